using Microsoft.Extensions.Localization;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Risk.Flags;
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
        string? pemilihan, string? di, string? jenis, string? cari, string? tanda,
        CurrentReader current, Database database, NameAreas nameAreas, AuditLog audit, OfficeClock clock, IStringLocalizer<RiskText> texts, CancellationToken cancel)
    {
        if (await RiskElection.OfAsync(database, pemilihan, cancel) is not { } election) return Results.NotFound();
        var reader = await current.GetSignedInAsync();
        var all = await ClassesInForce.OfAsync(database, election.Id, reader.AreasOf(RiskPermissions.Read), clock.Today, cancel);
        var flags = await FlagsInForce.OfAsync(database, election.Id, reader.AreasOf(FlagPermissions.Read), cancel);
        var names = await nameAreas(ClassQuery.AreasOf(all.Select(s => s.Code)), cancel);
        var found = new ClassQuery(di, jenis, cari, tanda).Of(all, names, flags);
        // Terbatas: who took the list along stands in the log.
        await audit.AddAsync("stationclass.download", election.Code, di);
        await database.SaveChangesAsync(cancel);
        return Workbook.Of($"kelas-tps-{election.Code}", ClassFile.Of(found, names, flags, IndicatorSets.For(election), key => texts[key]));
    }
}
