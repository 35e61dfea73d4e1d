using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Stations with a place each, by the same rule as the guard plan's.</summary>
internal static class PlacedStations
{
    /// <summary>
    /// The stations of an area in the order of their codes. One without a position stands where
    /// <see cref="StationPlaces.PositionOf"/> puts it around its village's centre; a village without a centre takes the mean of its
    /// kecamatan's, else of its kabupaten's; without any of these the station is left out.
    /// </summary>
    public static async Task<IReadOnlyList<(Station Station, GeoPoint Position, bool Approximate)>> OfAsync(
        Database database, int election, string area, CancellationToken cancel)
    {
        var stations = await AreaSet.Of(area).Of(database.Set<Station>().AsNoTracking().Where(s => s.ElectionId == election), s => s.Code)
            .OrderBy(s => s.Code).ToListAsync(cancel);
        // The means are taken over whole kabupaten, so that a village's view shows its stations where the kabupaten's does.
        var around = area.Length > 5 ? area[..5] : area;
        var villages = await AreaSet.Of(around).Of(database.Set<Area>().AsNoTracking(), a => a.Code)
            .Where(a => a.Code.Length == 13 && a.Latitude != null)
            .Select(a => new { a.Code, Latitude = a.Latitude!.Value, Longitude = a.Longitude!.Value }).ToListAsync(cancel);
        var centres = villages.ToDictionary(v => v.Code, v => new GeoPoint(v.Latitude, v.Longitude), StringComparer.Ordinal);
        foreach (var length in (int[])[8, 5])
        {
            foreach (var group in villages.GroupBy(v => v.Code[..length], StringComparer.Ordinal))
                centres[group.Key] = new GeoPoint(group.Average(v => v.Latitude), group.Average(v => v.Longitude));
        }

        var placed = new List<(Station, GeoPoint, bool)>(stations.Count);
        var (village, k) = ("", 0);
        foreach (var station in stations)
        {
            var own = AreaCode.VillageOf(station.Code);
            k = own == village ? k + 1 : 1;
            village = own;
            if (station is { Latitude: { } latitude, Longitude: { } longitude })
                placed.Add((station, new GeoPoint(latitude, longitude), false));
            else if (centres.TryGetValue(own, out var centre) || centres.TryGetValue(own[..8], out centre) || centres.TryGetValue(own[..5], out centre))
                placed.Add((station, StationPlaces.PositionOf(centre, k), true));
        }

        return placed;
    }
}
