using Microsoft.Extensions.Localization;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>The flags as XLSX: how many stations have each, and each station with its own, in the form that is sent back.</summary>
internal static class FlagDownload
{
    public static async Task<IResult> GetAsync(
        string? pemilihan, string? di, CurrentReader current, Database database, NameAreas nameAreas, AuditLog audit, IStringLocalizer<RiskText> texts, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(FlagPermissions.Read);
        if (await RiskElection.OfAsync(database, pemilihan, cancel) is not { } election) return Results.NotFound();
        var flags = await FlagOverview.ReadAsync(database, election, areas, di, cancel);
        if (flags.Set is not { } set) return Results.NotFound();
        var names = await nameAreas(ClassQuery.AreasOf(flags.Shown), cancel);
        // Terbatas: who took the list along stands in the log.
        await audit.AddAsync("indicatorflag.download", election.Code, di);
        await database.SaveChangesAsync(cancel);
        var sums = new Sheet(
            "Jumlah per tanda", [new("Variabel", 32), new("Tanda", 54), new("TPS bertanda", 12), new("Frekuensi (bacaan sistem)", 34)],
            flags.Lines.Select(l => new object?[] { l.Indicator.VariableNames.Indonesian, l.Indicator.Names.Indonesian, l.Stations, l.Band is { } band ? texts[$"Band{band}"].Value : null }));
        return Workbook.Of($"tanda-bawaslu-{election.Code}", FlagFile.Of(flags.Shown, flags.Flags, set, names), sums);
    }
}
