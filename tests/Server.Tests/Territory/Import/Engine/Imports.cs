using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Engine;

/// <summary>Imports into an installation, and what stands in it afterwards.</summary>
internal static class Imports
{
    public static Task<ImportEnd> ImportAsync(
        this Installation here, ImportKind kind, Stream file, bool acceptValid = false, bool dryRun = false, string? election = null) =>
        here.WithAsync((ImportRunner runner) => runner.RunAsync(
            new ImportOrder(kind, election, "berkas", acceptValid, dryRun), file, _ => { }, CancellationToken.None));

    public static Task<ImportEnd> ImportAsync(
        this Installation here, ImportKind kind, string text, bool acceptValid = false, bool dryRun = false, string? election = null) =>
        here.ImportAsync(kind, new MemoryStream(Encoding.UTF8.GetBytes(text)), acceptValid, dryRun, election);

    public static async Task<ImportEnd> ImportFileAsync(this Installation here, ImportKind kind, string path)
    {
        await using var file = File.OpenRead(path);
        return await here.ImportAsync(kind, file);
    }

    public static (int Added, int Changed, int Unchanged, int Refused) Counts(this ImportEnd end) =>
        (end.Record.Added, end.Record.Changed, end.Record.Unchanged, end.Record.Refused);

    public static Task<int> StationsAsync(this Installation here) => here.AskAsync(d => d.Set<Station>().CountAsync());

    public static Task<int> VillagesAsync(this Installation here) => here.AskAsync(d => d.Set<Area>().CountAsync(a => a.Code.Length == 13));

    public static Task<List<AuditEntry>> AuditAsync(this Installation here) =>
        here.AskAsync(d => d.Set<AuditEntry>().AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    /// <summary>A list of stations in the real villages of a kabupaten, so many in each.</summary>
    public static string Stations(string kabupaten, int perVillage)
    {
        var list = new StringBuilder("kode_tps,jenis\n");
        foreach (var village in OfficialAreas.Children(kabupaten).SelectMany(k => OfficialAreas.Children(k.Code)))
            for (var i = 1; i <= perVillage; i++) list.Append(CultureInfo.InvariantCulture, $"{village.Code}.{i:D3},reguler\n");
        return list.ToString();
    }
}
