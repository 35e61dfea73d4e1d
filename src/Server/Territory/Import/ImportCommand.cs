using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import;

/// <summary><c>import</c>: brings lists of villages, outlines and stations into the database from files.</summary>
internal static class ImportCommand
{
    private const int Shown = 20;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Argument<FileInfo> FileArgument = new("FILE") { Description = "CSV or XLSX; of boundaries GeoJSON. May be packed by gzip." };
    private static readonly Option<string?> Election = new("--election") { Description = "Code of the election that the stations belong to; a new draft where it is not there. Default: the only one, else a new draft." };
    private static readonly Option<bool> AcceptValid = new("--accept-valid") { Description = "Store the sound rows even where others are refused." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be added and changed, and write nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "End with one line of JSON: the counts." };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "FIELD=HEADER: which column of the file is which, where its name is not known. May stand several times.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Make() => new("import", "Import villages, boundaries, stations or voters from a file, or take an import back.")
    {
        Subcommands =
        {
            Of(ImportKind.Villages, "villages", "Villages: a code each, and where known name, kecamatan and centre."),
            Of(ImportKind.Boundaries, "boundaries", "Outlines of villages, kecamatan or kabupaten."),
            Of(ImportKind.Stations, "stations", "Polling stations of an election.", Election),
            Of(ImportKind.Voters, "voters", "Voters of stations, men and women, and how many came. Never votes.", Election),
            Of(ImportKind.Offices, "offices", "Agencies, offices and who holds them."),
            UndoCommand.Make(),
        },
    };

    private static Command Of(ImportKind kind, string name, string description, params Option[] more)
    {
        var command = new Command(name, description) { Arguments = { FileArgument }, Options = { AcceptValid, DryRun, Json } };
        foreach (var option in more) command.Options.Add(option);
        if (ImportShapes.Of(kind) is { } shape)
        {
            command.Options.Add(Map);
            command.Description += $" Columns: {string.Join(", ", shape.Columns.Select(c => c.Name))}.";
        }

        command.SetAction((parsed, cancel) => Task.Run(
            () => RunAsync(
                new ImportOrder(
                    kind, ImportRecord.OfElection(kind) ? parsed.GetValue(Election) : null, "", parsed.GetValue(AcceptValid), parsed.GetValue(DryRun),
                    ImportShapes.Of(kind) is null ? null : Choice(parsed.GetValue(Map))),
                parsed.GetValue(FileArgument)!, parsed.GetValue(Json),
                parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        ImportOrder order, FileInfo given, bool json, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id");
        if (OfficeClock.Problem is { } zone)
        {
            await error.WriteLineAsync($"error: {zone}");
            return ExitCode.BadInput;
        }

        var watch = Stopwatch.StartNew();
        FileStream file;
        try
        {
            file = given.OpenRead();
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {given}: {(given.Exists ? "tidak dapat dibuka" : "berkas tidak ada")}.");
            return ExitCode.BadInput;
        }

        await using (file)
        await using (var services = Services())
        {
            var steps = new Steps(error, !Console.IsErrorRedirected && error == Console.Error, TimeProvider.System);
            steps.Say("menyiapkan basis data");
            if (await StorageModule.ObstacleAsync(services, cancel) is { } obstacle)
            {
                steps.Done();
                await error.WriteLineAsync($"error: {obstacle}");
                return ExitCode.BadInput;
            }

            await using var scope = services.CreateAsyncScope();
            var end = await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(
                order with { FileName = given.Name }, file,
                new Sparse(steps).Say, cancel);
            steps.Done();
            if (end.Unclear is { } unclear)
            {
                await error.WriteLineAsync($"error: {Sentence(unclear)}");
                return ExitCode.BadInput;
            }

            WriteFindings(end, error);
            WriteResult(order, end, given.Name, watch.Elapsed, output);
            if (json) await output.WriteLineAsync(JsonOf(end, watch.Elapsed));
            return end.Record.Unusable || (end.Record.Refused > 0 && !order.AcceptValid) ? ExitCode.BadInput : ExitCode.Ok;
        }
    }

    // A pair without a sign is a field without a header, and no such field exists: it is told of like any other.
    private static ColumnChoice? Choice(string[]? pairs) => pairs is not { Length: > 0 } ? null : new ColumnChoice(
        pairs.Select(p => p.Split('=', 2)).GroupBy(p => p[0].Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().ElementAtOrDefault(1)?.Trim() ?? "", StringComparer.Ordinal));

    internal static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        WebServer.AddCore(services, StorageSettings.FromEnvironment());
        services.AddImport();
        services.AddLogging();
        // Whoever runs the program on its machine owns the installation and is no account of it.
        services.AddScoped<FindReader>(_ => (_, _) => Task.FromResult(Reader.Nobody));
        return services.BuildServiceProvider();
    }

    private static string Sentence(ElectionUnclear unclear) => (unclear.Named, unclear.Choices.Count) switch
    {
        ({ } named, 0) => $"{named} bukan kode pemilihan; tulis dengan huruf kecil, angka dan tanda hubung, misalnya pemilu-2029.",
        ({ } named, _) => $"pemilihan {named} tidak ada; pilih salah satu: {string.Join(", ", unclear.Choices)}, atau kode baru yang berbeda, misalnya pemilu-2029.",
        _ => $"ada beberapa pemilihan; sebutkan salah satu dengan --election: {string.Join(", ", unclear.Choices)}.",
    };

    private static void WriteFindings(ImportEnd end, TextWriter error)
    {
        foreach (var finding in end.Log.Findings.Take(Shown))
            error.WriteLine($"  {(finding.Kind.Severity == Shell.Tables.Severity.Refused ? "ditolak" : "ditandai")}: {finding.Text}");
        if (end.Log.Count > Shown) error.WriteLine($"  … dan {Indonesian.Whole(end.Log.Count - Shown)} lagi.");
    }

    private static void WriteResult(ImportOrder order, ImportEnd end, string name, TimeSpan took, TextWriter output)
    {
        var record = end.Record;
        var what = record.Kind switch { ImportKind.Villages => "desa/kelurahan", ImportKind.Boundaries => "batas wilayah", ImportKind.Voters => "pemilih per TPS", ImportKind.Offices => "jabatan", _ => "TPS" };
        output.WriteLine($"{name}: {Indonesian.Whole(record.Rows)} baris {what}{(record.ElectionCode is null ? "" : $" untuk pemilihan {record.ElectionCode}")}");
        output.WriteLine($"  ditambah  {Indonesian.Whole(record.Added),9}");
        output.WriteLine($"  berubah   {Indonesian.Whole(record.Changed),9}");
        output.WriteLine($"  tetap     {Indonesian.Whole(record.Unchanged),9}");
        output.WriteLine($"  ditandai  {Indonesian.Whole(record.Flagged),9}  (disimpan sesuai berkas, dengan peringatan)");
        output.WriteLine($"  ditolak   {Indonesian.Whole(record.Refused),9}");
        if (record.Kind == ImportKind.Voters) VoterSummary.Of(end.Log).Write(output);
        output.WriteLine(
            end.IsApplied ? $"Tersimpan dalam {took.TotalSeconds.ToString("0.0", Indonesian.Numbers)} detik. Sidik perubahan: {record.Digest}"
            : record.Unusable ? "Tidak ada yang disimpan: berkas tidak dapat dipakai. Perbaiki lalu ulangi."
            : record.Refused > 0 && !order.AcceptValid ? "Tidak ada yang disimpan, karena ada baris yang ditolak. Perbaiki berkas, atau pakai --accept-valid untuk menyimpan baris yang benar."
            : "Uji coba: tidak ada yang disimpan.");
    }

    private static string JsonOf(ImportEnd end, TimeSpan took) => JsonSerializer.Serialize(
        new
        {
            Kind = ImportNames.Of(end.Record.Kind),
            end.Record.Added, end.Record.Changed, end.Record.Unchanged, end.Record.Flagged, end.Record.Refused,
            Seconds = Math.Round(took.TotalSeconds, 2),
            Id = end.IsApplied ? end.Record.Id : (Guid?)null,
            Voters = end.Record.Kind == ImportKind.Voters ? VoterSummary.Of(end.Log) : null,
        }, Web);

    /// <summary>Says a step each tenth of the file, so that a log stays short.</summary>
    private sealed class Sparse(Steps steps)
    {
        private int _tenths = -1;

        public void Say(ReadingProgress progress)
        {
            var tenths = progress.Total == 0 ? 0 : (int)(progress.Done * 10 / progress.Total);
            if (tenths == _tenths) return;
            _tenths = tenths;
            steps.Say($"membaca berkas: {Indonesian.Whole(tenths * 10)} %, {Indonesian.Whole(progress.Rows)} baris");
        }
    }
}
