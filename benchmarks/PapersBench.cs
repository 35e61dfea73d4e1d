using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Bench;

/// <summary>
/// The papers of the largest kabupaten's plan as the product prints them, beside bare SkiaSharp that draws the same glyphs
/// at the same places: no measuring, no breaking of lines and pages, no rules, no QR codes.
/// </summary>
internal static class PapersBench
{
    private const int Rounds = 3;
    private const double Limit = 512;
    private static readonly string[] Papers = ["order", "sheets", "cards"];

    public static void Run(BenchReport report, string shared)
    {
        var nation = NationData.Load(Path.Combine(shared, "data", "national-villages-2024.csv.gz"));
        var largest = nation.Kabupaten.MaxBy(k => k.Stations);
        var problem = nation.Problem(GroupingUnit.Village, largest.Code);
        var plan = GuardPlanner.Solve(problem, SearchBudget.Standard, 1, CancellationToken.None, 2);
        var table = report.Table(1, "paper", "pages", "MB", "s", "pages/s", "bare MB", "bare s", "bare pages/s", "ratio", "peak MiB");
        report.Note($"kabupaten {largest.Code}: {largest.Stations} stations, {plan.Groups.Length} groups, {plan.OfficersNeeded} officers; made-up people");
        report.Note($"bare: SkiaSharp draws the glyphs recorded from our pages at their places, and nothing else; both to a file, in turn, best of {Rounds}");
        report.Note("peak: working set of a process of its own that reads the order and prints that paper");
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-bench-");
        try
        {
            var groups = Path.Combine(folder.FullName, "groups.txt");
            PapersOrder.Write(groups, problem, plan);
            foreach (var name in Papers) Measure(report, table, name, groups);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Prints one paper and says the most memory that took.</summary>
    public static int Child(string name, string groups)
    {
        using (var file = File.Create(groups + ".pdf")) Paper(name, PapersOrder.Read(groups)).Write(file);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / (1024.0 * 1024)).ToString("F1", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Measure(BenchReport report, BenchTable table, string name, string groups)
    {
        var order = PapersOrder.Read(groups);
        var pdf = groups + ".pdf";
        var pages = new List<List<GlyphRun>>();
        // Warms our way up too; the bare one's first round does for it.
        using (var file = File.Create(pdf)) (Paper(name, order) with { Drawn = (page, text) => Note(pages, page, text) }).Write(file);
        var size = Typical(name, order);
        var (ours, bare, oursBytes, bareBytes) = (double.MaxValue, double.MaxValue, 0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Min(ours, Timed(pdf, file => Paper(name, order).Write(file), out oursBytes));
            bare = Math.Min(bare, Timed(pdf, file => Bare(pages, size, file), out bareBytes));
        }

        var (rate, bareRate) = (pages.Count / ours, pages.Count / bare);
        var peak = Peak(name, groups);
        table.Row(
            name, $"{pages.Count}", Text(oursBytes / 1e6), Text(ours, "F2"), Text(rate, "F0"), Text(bareBytes / 1e6), Text(bare, "F2"), Text(bareRate, "F0"),
            Text(rate / bareRate, "F2"), peak is { } mib ? Text(mib, "F0") : "?");
        report.Goal($"{name}: pages/s to bare SkiaSharp", "≥ 0.30", Text(rate / bareRate, "F2"), rate / bareRate >= 0.3);
        report.AtMost($"{name}: peak memory", peak, Limit, "F0", " MiB");
    }

    private static Paper Paper(string name, GuardOrder order) => name switch
    {
        "order" => OrderList.Make(order),
        "sheets" => TaskSheet.Make(order, g => $"https://contoh.invalid/pengamanan/00000000-0000-0000-0000-000000000000/kesiapan#{g.Number}"),
        _ => ContactCards.Make(order),
    };

    private static PaperSize Typical(string name, GuardOrder order) => Paper(name, order with { Groups = [] }).Size;

    private static void Note(List<List<GlyphRun>> pages, int page, DrawnText text)
    {
        if (pages.Count < page) pages.Add([]);
        pages[page - 1].Add(new GlyphRun(text.Font.GetGlyphs(text.Text), text.At, text.Font, text.Colour));
    }

    private static void Bare(List<List<GlyphRun>> pages, PaperSize size, Stream pdf)
    {
        using var document = SKDocument.CreatePdf(pdf);
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var page in pages)
        {
            var canvas = document.BeginPage(size.Width, size.Height);
            foreach (var run in page)
            {
                paint.Color = run.Colour;
                using var blob = SKTextBlob.Create(MemoryMarshal.AsBytes<ushort>(run.Glyphs), SKTextEncoding.GlyphId, run.Font);
                canvas.DrawText(blob, run.At.X, run.At.Y, paint);
            }

            document.EndPage();
        }

        document.Close();
    }

    private static double Timed(string pdf, Action<Stream> write, out long bytes)
    {
        GC.Collect();
        using var file = File.Create(pdf);
        var watch = Stopwatch.StartNew();
        write(file);
        var seconds = watch.Elapsed.TotalSeconds;
        bytes = file.Length;
        return seconds;
    }

    private static double? Peak(string name, string groups)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Own(), "papers-child", name, groups]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var mib) ? mib : null;
    }

    // Started by dotnet with our assembly, as ./bench does, or as a program of its own.
    private static string[] Own() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PapersBench).Assembly.Location] : [];

    private static string Text(double value, string format = "F1") => value.ToString(format, CultureInfo.InvariantCulture);

    private readonly record struct GlyphRun(ushort[] Glyphs, SKPoint At, SKFont Font, SKColor Colour);
}
