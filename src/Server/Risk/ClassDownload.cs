using Microsoft.Extensions.Localization;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk;

/// <summary>The list of classes as it is filtered, whole, as XLSX.</summary>
internal static class ClassDownload
{
    public static async Task<IResult> GetAsync(
        string? pemilihan, string? di, string? jenis, string? cari,
        CurrentReader current, Database database, NameAreas nameAreas, AuditLog audit, OfficeClock clock, IStringLocalizer<RiskText> texts, CancellationToken cancel)
    {
        var elections = await ElectionQueries.AllAsync(database, cancel);
        if (elections.FirstOrDefault(e => pemilihan is null || e.Code == pemilihan) is not { } election) return Results.NotFound();
        var all = await ClassesInForce.OfAsync(database, election.Id, (await current.GetSignedInAsync()).AreasOf(RiskPermissions.Read), clock.Today, cancel);
        var names = await nameAreas(ClassQuery.AreasOf(all), cancel);
        var found = new ClassQuery(di, jenis, cari).Of(all, names);
        // Terbatas: who took the list along stands in the log.
        await audit.AddAsync("stationclass.download", election.Code, di);
        await database.SaveChangesAsync(cancel);
        return Workbook.Of($"kelas-tps-{election.Code}", ClassFile.Of(found, names, key => texts[key]));
    }
}
