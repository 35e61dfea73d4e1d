using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>A Polsek (or a part of one that is listed as such) and what it covers itself.</summary>
/// <param name="Id">Its id on the list of jurisdictions.</param>
/// <param name="Name">Such as <c>Polsek Pasirian</c>.</param>
/// <param name="Areas">Codes of kecamatan or villages, ordinal order, at least one.</param>
public sealed record Polsek(Guid Id, string Name, ImmutableArray<string> Areas)
{
    /// <summary>How closely it names a village: the length of the code it lies in; 0 where it does not cover it.</summary>
    public int Covers(string village) => Areas.Where(a => AreaSet.IsWithin(village, a)).Select(a => a.Length).DefaultIfEmpty().Max();
}

/// <summary>The Polsek of an area, as the list of jurisdictions has them.</summary>
public static class PolsekList
{
    /// <summary>Those that cover something inside of the area, by name.</summary>
    public static async Task<ImmutableArray<Polsek>> OfAsync(Database database, string area, CancellationToken cancel)
    {
        var inside = await AreaSet.Of(area).Of(database.Set<JurisdictionArea>().AsNoTracking(), a => a.AreaCode).ToListAsync(cancel);
        var ids = inside.Select(a => a.JurisdictionId).Distinct().ToList();
        var polsek = await database.Set<Jurisdiction>().AsNoTracking()
            .Where(j => j.Kind == JurisdictionKind.Polsek && ids.Contains(j.Id)).OrderBy(j => j.Name).ToListAsync(cancel);
        var areas = inside.ToLookup(a => a.JurisdictionId, a => a.AreaCode);
        return [.. polsek.Select(p => new Polsek(p.Id, p.Name, [.. areas[p.Id].Order(StringComparer.Ordinal)]))];
    }

    /// <summary>Name of the Polres that covers the area; null where none is listed.</summary>
    public static Task<string?> PolresAsync(Database database, string area, CancellationToken cancel) => CommandAsync(database, JurisdictionKind.Polres, area, cancel);

    /// <summary>Name of the command of a kind that covers the area; null where none is listed.</summary>
    public static Task<string?> CommandAsync(Database database, JurisdictionKind kind, string area, CancellationToken cancel) =>
        (from covered in database.Set<JurisdictionArea>()
         join jurisdiction in database.Set<Jurisdiction>() on covered.JurisdictionId equals jurisdiction.Id
         where jurisdiction.Kind == kind && covered.AreaCode == area
         orderby jurisdiction.Name
         select jurisdiction.Name).FirstOrDefaultAsync(cancel);
}
