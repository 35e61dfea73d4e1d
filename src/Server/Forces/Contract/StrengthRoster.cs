using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>
/// Who is available by what the agencies say: Pam TPS of police and Linmas, BKO of TNI. Where no figure of Linmas covers a
/// village, the names on its list count; where there are none either, nobody.
/// </summary>
public static class StrengthRoster
{
    /// <summary>Whether an agency has said anything that a plan there is made with.</summary>
    public static async Task<bool> AnyAsync(Database database, AreaSet areas, CancellationToken cancel)
    {
        var units = areas.Of(database.Set<ForceUnit>().AsNoTracking().Where(u => u.EndedAt == null), u => u.AreaCode);
        return await database.Set<ForceFigure>().AnyAsync(f => f.Count != null && (f.Use == ForceUse.Stations || f.Use == ForceUse.Lent) && units.Any(u => u.Id == f.UnitId), cancel);
    }

    /// <summary>The forces of a kabupaten for an election; null where nothing is filled in, or after problems.</summary>
    public static async Task<ForceRoster?> OfAsync(Database database, int election, string area, TerritoryMap territory, InputReport report, CancellationToken cancel)
    {
        var before = report.Count;
        var commands = await StrengthHomes.ReadAsync(database, cancel);
        // A Polres may have kecamatan of two kabupaten: its people are kept under one of them.
        var reaching = commands.Reaching(area);
        var kept = AreaSet.Of([area, .. reaching.SelectMany(c => c.Areas).Select(AreaCode.KabupatenOf)]);
        var units = (await kept.Of(database.Set<ForceUnit>().AsNoTracking().Where(u => u.EndedAt == null), u => u.AreaCode).OrderBy(u => u.Id).ToListAsync(cancel))
            .Where(u => AreaSet.IsWithin(u.AreaCode, area) || reaching.Any(c => c.Id == u.CommandId)).ToList();
        var figures = await StrengthBook.CurrentAsync(database, units, election, cancel);
        var (homes, counts, covered) = (new ForceHomes(territory, report), new ForceCounts(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var unit in units)
        {
            var stations = figures[unit.Id].GetValueOrDefault(ForceUse.Stations);
            if (unit.Agency == ForceAgency.Linmas && stations is not null)
            {
                covered.Add(unit.AreaCode);
                // Linmas of a village without stations stand nowhere.
                if (IsOfPlan(unit.AreaCode)) Add(ForceKind.Linmas, unit.AreaCode, stations.Count!.Value, unit.Name);
            }

            if (unit.Agency == ForceAgency.Polri && stations is not null) await AddPoliceAsync(ForceKind.Police, commands.Find(unit.CommandId), unit.AreaCode, stations.Count!.Value, unit.Name);
            // Those who are lent to a Polres elsewhere are not here.
            if (unit.Agency == ForceAgency.Tni && figures[unit.Id].GetValueOrDefault(ForceUse.Lent) is { } lent
                && commands.Find(lent.LentToId) is { } borrower && borrower.Areas.Any(a => AreaSet.IsWithin(a, area) || AreaSet.IsWithin(area, a)))
                await AddPoliceAsync(ForceKind.Bko, borrower, unit.AreaCode, lent.Count!.Value, unit.Name);
        }

        // Those who are named are among a number that was said of the whole.
        foreach (var village in await LinmasQueries.CountsByVillageAsync(database, election, AreaSet.Of(area), cancel))
        {
            var code = village.VillageCode;
            if (village.Named > 0 && IsOfPlan(code) && !covered.Any(c => AreaSet.IsWithin(code, c))) Add(ForceKind.Linmas, code, village.Named, code);
        }

        counts.RefuseTooMany(area, report);
        return report.Count > before || counts.IsEmpty ? null : counts.ToRoster();

        bool IsOfPlan(string code) => territory.FindVillage(code) is not null || territory.FindKecamatan(code) is not null || territory.FindKabupaten(code) is not null;

        void Add(ForceKind kind, string code, int count, string source)
        {
            if (homes.Find(kind, code, source, null) is { } home) counts.Add(kind, home, count);
        }

        // A Polres by its name. A Polsek by its kecamatan: of several each gets its part of the people, by its stations.
        async Task AddPoliceAsync(ForceKind kind, ListedCommand? command, string code, int count, string source)
        {
            if (command is { Kind: JurisdictionKind.Polres, Areas: { IsEmpty: false } covered })
            {
                // One that has none of the stations here guards none of them.
                if (territory.FindJurisdiction(command.Name) is not { } own) return;
                var (here, all) = (territory.Stations.Count(s => territory.Kecamatan[territory.Villages[s.Village].Kecamatan].Jurisdiction == own), 0);
                // Those of its people who guard stations of another kabupaten are not here.
                if (!covered.All(a => AreaSet.IsWithin(a, area))) all = (await StationCodes.CodesAsync(database, election, AreaSet.Of(covered), cancel)).Count;
                Add(kind, command.Name, all > here ? (int)((long)count * here / all) : count, source);
                return;
            }

            if (command is { Kind: JurisdictionKind.Polsek, Areas: var areas } && areas.Where(a => a.Length > 5 && IsOfPlan(a)).ToList() is { Count: > 0 } parts)
            {
                var weights = parts.ConvertAll(a => territory.Stations.Count(s => AreaSet.IsWithin(s.Code, a)));
                for (var (i, rest, weight) = (0, count, weights.Sum()); i < parts.Count; weight -= weights[i++])
                {
                    var part = weight == 0 ? rest : (int)((long)rest * weights[i] / weight);
                    Add(kind, parts[i], part, source);
                    rest -= part;
                }

                return;
            }

            // Where no station of the plan is, they still serve their Polres.
            Add(kind, code.Length > 5 && !IsOfPlan(code) && territory.FindJurisdiction(code) is null ? AreaCode.KabupatenOf(code) : code, count, source);
        }
    }
}
