using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>An area by name; the name is null where no list has one.</summary>
public sealed record AreaName(string Code, string? Name, AreaKind Kind);

/// <summary>What other rooms ask of the tree of areas.</summary>
public static class AreaQueries
{
    /// <summary>The areas one level below, by code.</summary>
    public static async Task<IReadOnlyList<AreaName>> ChildrenAsync(Database database, string code, CancellationToken cancel)
    {
        // A level has codes of one length: 35, 35.08, 35.08.01, 35.08.01.2001.
        var length = code.Length switch { 0 => 2, 2 => 5, 5 => 8, 8 => 13, _ => 0 };
        return await Below(database, code).Where(a => a.Code.Length == length).OrderBy(a => a.Code)
            .Select(a => new AreaName(a.Code, a.Name, a.Kind)).ToListAsync(cancel);
    }

    /// <summary>All villages of an area, by code.</summary>
    public static async Task<IReadOnlyList<AreaName>> VillagesAsync(Database database, string code, CancellationToken cancel) =>
        await Below(database, code).Where(a => a.Code.Length == 13).OrderBy(a => a.Code)
            .Select(a => new AreaName(a.Code, a.Name, a.Kind)).ToListAsync(cancel);

    /// <summary>All villages of an area with their centres where these are known, by code.</summary>
    public static async Task<List<(string Code, string? Name, GeoPoint? Centre)>> VillageCentresAsync(Database database, string code, CancellationToken cancel) =>
    [
        .. (await Below(database, code).Where(a => a.Code.Length == 13).OrderBy(a => a.Code).Select(a => new { a.Code, a.Name, a.Latitude, a.Longitude }).ToListAsync(cancel))
            .Select(a => (a.Code, a.Name, a.Latitude is { } latitude && a.Longitude is { } longitude ? new GeoPoint(latitude, longitude) : (GeoPoint?)null)),
    ];

    /// <summary>An area that is no province with its kecamatan and villages, by code: each kecamatan before its villages.</summary>
    public static async Task<IReadOnlyList<AreaName>> UpToVillagesAsync(Database database, string code, CancellationToken cancel) =>
        await Below(database, code).Where(a => a.Code.Length >= 5).OrderBy(a => a.Code).Select(a => new AreaName(a.Code, a.Name, a.Kind)).ToListAsync(cancel);

    /// <summary>The names of areas by code; those that are not known are left out.</summary>
    public static async Task<Dictionary<string, AreaName>> NamesAsync(Database database, IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        await database.Set<Area>().AsNoTracking().Where(a => codes.Contains(a.Code))
            .Select(a => new AreaName(a.Code, a.Name, a.Kind)).ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancel);

    private static IQueryable<Area> Below(Database database, string code) =>
        code.Length == 0 ? database.Set<Area>().AsNoTracking() : AreaSet.Of(code).Of(database.Set<Area>().AsNoTracking(), a => a.Code);
}
