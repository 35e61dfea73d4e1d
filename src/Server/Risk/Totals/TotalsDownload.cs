using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Totals;

/// <summary>The totals by kecamatan as XLSX.</summary>
internal static class TotalsDownload
{
    public static async Task<IResult> GetAsync(
        string? pemilihan, string? di, CurrentReader current, Database database, NameAreas nameAreas, OfficeClock clock, CancellationToken cancel)
    {
        if (await RiskElection.OfAsync(database, pemilihan, cancel) is not { } election) return Results.NotFound();
        if (TotalsView.AreasOf(await current.GetSignedInAsync(), di) is not { } areas) return Results.NotFound();
        var totals = await ClassTotals.OfAsync(database, election.Id, areas, clock.Today, cancel);
        var names = await nameAreas([.. totals.Select(t => t.Area)], cancel);
        return Workbook.Of($"rekap-kelas-{election.Code}", new Sheet(
            "Rekap kelas TPS",
            [new("Kode", 10), new("Kecamatan", 24), new("TPS", 9), new("Kurang rawan", 13), new("Rawan", 9), new("Sangat rawan", 13), new("Khusus", 9), new("Kedaluwarsa", 12), new("Perubahan terakhir", 20)],
            totals.Select(t => new object?[]
            {
                t.Area, names.GetValueOrDefault(t.Area), t.Stations, t.KurangRawan, t.Rawan, t.SangatRawan, t.Khusus, t.Expired,
                t.Changed is { } at ? clock.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null,
            })));
    }
}
