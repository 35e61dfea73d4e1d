using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Which areas of the same level lie beside an area.</summary>
internal static class Neighbours
{
    private const int Most = 8;

    /// <summary>
    /// Areas whose outlines share a corner with this one. Without outlines the nearest centres of the same kabupaten, and
    /// then the second value is true.
    /// </summary>
    public static async Task<(IReadOnlyList<AreaName> Areas, bool Nearest)> OfAsync(Database database, string code, CancellationToken cancel)
    {
        if (code.Length is not (8 or 13)) return ([], false);
        var touching = code.Length == 13 ? await TouchingAsync(database, [code], cancel) : await TouchingKecamatanAsync(database, code, cancel);
        if (touching.Count > 0)
        {
            var names = await AreaQueries.NamesAsync(database, touching, cancel);
            return ([.. names.Values.OrderBy(n => n.Name ?? n.Code, StringComparer.CurrentCulture)], false);
        }

        return (await NearestAsync(database, code, cancel), true);
    }

    private static async Task<List<string>> TouchingKecamatanAsync(Database database, string kecamatan, CancellationToken cancel)
    {
        var own = await AreaSet.Of(kecamatan).Of(database.Set<AreaBoundary>(), b => b.AreaCode)
            .Where(b => b.AreaCode.Length == 13).Select(b => b.AreaCode).ToListAsync(cancel);
        var touching = await TouchingAsync(database, own, cancel);
        return [.. touching.Select(c => c[..8]).Where(c => c != kecamatan).Distinct(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> TouchingAsync(Database database, IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var own = await database.Set<AreaBoundary>().AsNoTracking().Where(b => codes.Contains(b.AreaCode)).ToListAsync(cancel);
        if (own.Count == 0) return [];
        var corners = own.SelectMany(Corners).ToHashSet();
        var (west, south, east, north) = (own.Min(b => b.West), own.Min(b => b.South), own.Max(b => b.East), own.Max(b => b.North));
        var near = await database.Set<AreaBoundary>().AsNoTracking()
            .Where(b => b.AreaCode.Length == 13 && b.West <= east && b.East >= west && b.South <= north && b.North >= south)
            .Where(b => !codes.Contains(b.AreaCode)).ToListAsync(cancel);
        return [.. near.Where(b => Corners(b).Any(corners.Contains)).Select(b => b.AreaCode)];
    }

    // Neighbours in one data set share their corners digit for digit.
    private static IEnumerable<(double, double)> Corners(AreaBoundary boundary)
    {
        using var rings = JsonDocument.Parse(boundary.Rings);
        foreach (var polygon in rings.RootElement.EnumerateArray())
            foreach (var ring in polygon.EnumerateArray())
                foreach (var corner in ring.EnumerateArray())
                    yield return (corner[0].GetDouble(), corner[1].GetDouble());
    }

    private static async Task<IReadOnlyList<AreaName>> NearestAsync(Database database, string code, CancellationToken cancel)
    {
        var centres = await AreaSet.Of(code[..5]).Of(database.Set<Area>().AsNoTracking(), a => a.Code)
            .Where(a => a.Code.Length == 13 && a.Latitude != null).ToListAsync(cancel);
        var places = centres.GroupBy(a => a.Code[..code.Length], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new GeoPoint(g.Average(a => a.Latitude!.Value), g.Average(a => a.Longitude!.Value)), StringComparer.Ordinal);
        if (!places.Remove(code, out var here)) return [];
        var nearest = places.OrderBy(p => here.MetresTo(p.Value)).Take(Most).Select(p => p.Key).ToList();
        var names = await AreaQueries.NamesAsync(database, nearest, cancel);
        return [.. nearest.Select(names.GetValueOrDefault).OfType<AreaName>()];
    }
}
