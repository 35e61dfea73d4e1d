using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Tests.Shell.Documents;

/// <summary>A word where it stands on a page, in points from the upper left corner.</summary>
internal sealed record PlacedWord(int Page, string Text, double Left, double Top, double Right, double Bottom);

/// <summary>Papers as any office's reader shows them.</summary>
internal static class Poppler
{
    public static byte[] Written(Paper paper)
    {
        using var stream = new MemoryStream();
        paper.Write(stream);
        return stream.ToArray();
    }

    /// <summary>The text of each page.</summary>
    public static string[] Pages(Paper paper, string mode = "-layout") => Run("pdftotext", Written(paper), mode, "-", "-").TrimEnd('\f').Split('\f');

    /// <summary>Every word with its place, pages counted from 1.</summary>
    public static List<PlacedWord> Words(byte[] pdf)
    {
        var html = XNamespace.Get("http://www.w3.org/1999/xhtml");
        var pages = XDocument.Parse(Run("pdftotext", pdf, "-bbox-layout", "-", "-")).Descendants(html + "page");
        return [.. pages.SelectMany((page, i) => page.Descendants(html + "word").Select(w =>
            new PlacedWord(i + 1, w.Value, At(w, "xMin"), At(w, "yMin"), At(w, "xMax"), At(w, "yMax"))))];
    }

    /// <summary>That each type stands in the file, and only the letters that are used.</summary>
    public static void AssertTypeInside(byte[] pdf)
    {
        var fonts = Run("pdffonts", pdf, "-").Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, f => Assert.Matches(@"[A-Z]{6}\+PlusJakartaSans.* yes yes yes ", f));
    }

    /// <summary>What a QR reader reads from each page as it is printed, null where a page has none.</summary>
    public static List<string?> Codes(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("tigapilar-kode-");
        try
        {
            var file = Path.Combine(folder.FullName, "p.pdf");
            File.WriteAllBytes(file, pdf);
            Run("pdftoppm", [], "-r", "150", "-gray", "-png", file, Path.Combine(folder.FullName, "p"));
            return
            [
                .. folder.GetFiles("*.png").OrderBy(f => f.Name, StringComparer.Ordinal)
                    .Select(f => Run("zbarimg", [], "-q", "-Sdisable", "-Sqrcode.enable", "--raw", f.FullName).Trim()).Select(c => c.Length == 0 ? null : c),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static string Run(string program, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        });
        var text = process.StandardOutput.ReadToEnd();
        writing.Wait(TimeSpan.FromSeconds(60));
        process.WaitForExit();
        return text;
    }

    private static double At(XElement word, string side) => double.Parse(word.Attribute(side)!.Value, CultureInfo.InvariantCulture);
}
