using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>A unit with the figures that count.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Home">Name of its home; null without territory.</param>
/// <param name="Figures">By use; those that were taken back are not in it.</param>
public sealed record UnitStrength(ForceUnit Unit, string? Home, IReadOnlyDictionary<ForceUse, ForceFigure> Figures)
{
    public int? Sum => Figures.Count == 0 ? null : Figures.Values.Sum(f => f.Count!.Value);

    public bool IsApproximate => Figures.Values.Any(f => f.IsApproximate);

    /// <summary>The one said last: its day and office stand for the row.</summary>
    public ForceFigure? Last => Figures.Values.OrderBy(f => f.At).ThenBy(f => f.Id).LastOrDefault();
}

/// <summary>The numbers of one agency, side by side: they are never the same thing.</summary>
/// <param name="Agency">Which.</param>
/// <param name="Strength">Kekuatan: all that its units count; null where nobody has said.</param>
/// <param name="ForStations">Of these for Pam TPS.</param>
/// <param name="IsApproximate">Any of them is kurang lebih.</param>
/// <param name="Need">Kebutuhan, from stations and the plan in use; null where there is none to tell.</param>
/// <param name="Assigned">Ditugaskan: named; null where nobody may be told.</param>
public sealed record AgencyStrength(ForceAgency Agency, int? Strength, int? ForStations, bool IsApproximate, int? Need, int? Assigned)
{
    /// <summary>People for stations beyond the need; negative where they lack.</summary>
    public int? Balance => ForStations - Need;
}

/// <summary>All that is said of strength within some areas, for one election.</summary>
public sealed record StrengthBook(ImmutableArray<UnitStrength> Units, ImmutableArray<AgencyStrength> Agencies)
{
    internal static async Task<StrengthBook> ReadAsync(
        Database database, ElectionName? election, Reader reader, StrengthHomes homes, NameAreas names, PlanDemandOf demand, CancellationToken cancel)
    {
        var areas = reader.AreasOf(ForcesPermissions.ReadStrength);
        var units = (await WithinAsync(database, areas, homes, cancel)).Where(u => u.EndedAt is null).ToList();
        var current = await CurrentAsync(database, units, election?.Id, cancel);
        var places = await names([.. units.SelectMany(u => homes.AreasOf(u)).Distinct(StringComparer.Ordinal)], cancel);
        var rows = units.Select(u => new UnitStrength(u, homes.NameOf(u, places), current[u.Id]))
            .OrderBy(u => u.Unit.Agency).ThenBy(u => u.Unit.AreaCode.Length).ThenBy(u => u.Unit.AreaCode, StringComparer.Ordinal).ThenBy(u => u.Unit.Name, StringComparer.CurrentCultureIgnoreCase).ToImmutableArray();
        var linmas = await LinmasQueries.CountsByVillageAsync(database, election?.Id, areas, cancel);
        var plan = election is null ? new PlanDemand(null, null, null, null) : await demand(election.Id, reader, cancel);
        return new StrengthBook(rows, [.. Enum.GetValues<ForceAgency>().Select(Agency).Where(a => a.Agency < ForceAgency.Skd || a.Strength is not null)]);

        AgencyStrength Agency(ForceAgency agency)
        {
            var figures = rows.Where(r => r.Unit.Agency == agency).SelectMany(r => r.Figures.Values).ToList();
            var stations = figures.Where(f => f.Use == ForceUse.Stations).ToList();
            var (need, assigned) = agency switch
            {
                ForceAgency.Linmas => (linmas.Sum(v => v.Need) is var all and > 0 ? all : null, linmas.Sum(v => v.Named)),
                ForceAgency.Polri => (plan.Officers, plan.OfficersNamed),
                ForceAgency.Tni => (null, plan.TniNamed),
                ForceAgency.SatpolPp => (null, plan.SatpolPpNamed),
                _ => ((int?)null, (int?)null),
            };
            return new AgencyStrength(
                agency, Sum(figures), Sum(stations), figures.Exists(f => f.IsApproximate), need, assigned);
        }

        static int? Sum(List<ForceFigure> figures) => figures.Count == 0 ? null : figures.Sum(f => f.Count!.Value);
    }

    /// <summary>The units that lie wholly within the areas, those that are counted no more too.</summary>
    internal static async Task<List<ForceUnit>> WithinAsync(Database database, AreaSet areas, StrengthHomes homes, CancellationToken cancel)
    {
        // A command is kept under its kabupaten and seen by whom covers what it covers: a Kapolsek sees his Polsek.
        var around = areas.IsEverywhere ? areas : AreaSet.Of(areas.Roots.Select(r => r.Length > 5 ? r[..5] : r));
        return [.. (await around.Of(database.Set<ForceUnit>().AsNoTracking(), u => u.AreaCode).ToListAsync(cancel)).Where(u => homes.IsWithin(u, areas))];
    }

    /// <summary>The figures that count, by unit.</summary>
    internal static async Task<Dictionary<Guid, IReadOnlyDictionary<ForceUse, ForceFigure>>> CurrentAsync(
        Database database, IReadOnlyCollection<ForceUnit> units, int? election, CancellationToken cancel)
    {
        var around = AreaSet.Of(units.Select(u => u.AreaCode.Length > 5 ? u.AreaCode[..5] : u.AreaCode));
        var within = around.Of(database.Set<ForceUnit>().AsNoTracking(), u => u.AreaCode);
        var said = (await database.Set<ForceFigure>().AsNoTracking()
            .Where(f => (f.ElectionId == null || f.ElectionId == election) && within.Any(u => u.Id == f.UnitId)).ToListAsync(cancel)).ToLookup(f => f.UnitId);
        return units.ToDictionary(u => u.Id, u => Counting(said[u.Id]));
    }

    /// <summary>Of all that was said of a unit what counts: for the election before for all, the last of each use.</summary>
    internal static IReadOnlyDictionary<ForceUse, ForceFigure> Counting(IEnumerable<ForceFigure> said) =>
        said.GroupBy(f => f.Use)
            .Select(g => g.OrderBy(f => f.ElectionId is null ? 0 : 1).ThenBy(f => f.At).ThenBy(f => f.Id).Last())
            .Where(f => f.Count is not null).ToDictionary(f => f.Use);
}
