using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>A station by its code, and whether it is a <i>TPS khusus</i>.</summary>
public readonly record struct StationCode(string Code, bool Special);

/// <summary>The stations of an election that are guarded: all but those merged into others.</summary>
public static class StationCodes
{
    /// <summary>Those within the areas, in the order of their codes.</summary>
    public static Task<List<StationCode>> OfAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        areas.Of(database.Set<Station>().AsNoTracking().Where(s => s.ElectionId == election && s.State != StationState.Merged), s => s.Code)
            .OrderBy(s => s.Code).Select(s => new StationCode(s.Code, s.Special)).ToListAsync(cancel);

    /// <summary>The same, the codes alone.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        (await OfAsync(database, election, areas, cancel)).ConvertAll(s => s.Code);

    /// <summary>Where stations stand: the place in words, and degrees where somebody gave them.</summary>
    public static async Task<Dictionary<string, (string? Place, GeoPoint? At)>> PlacesAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        (await areas.Of(database.Set<Station>().AsNoTracking().Where(s => s.ElectionId == election), s => s.Code)
            .Select(s => new { s.Code, s.Place, s.Latitude, s.Longitude }).ToListAsync(cancel))
            .ToDictionary(s => s.Code, s => (s.Place, s is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : (GeoPoint?)null), StringComparer.Ordinal);
}
