using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>
/// Gives every station a place. No public list says where stations stand, so one fixed rule spreads them around
/// their village: station k (from 1, in the order of codes within its village, special ones counted) stands 150·√k m
/// from the village's centroid at a bearing of k·137.50776° clockwise from north. That is a sunflower: even in density,
/// no two stations on one spot. A village without a centroid takes the mean of the centroids of its kecamatan, else of
/// its kabupaten. Such places are marked approximate; a position that the user gives replaces them.
/// </summary>
/// <remarks>
/// Places are rounded to 8 decimals here, before planning: what is planned with is digit for digit what is written.
/// </remarks>
internal static class StationPlaces
{
    private const double SpacingMetres = 150;
    private const double GoldenAngleDegrees = 137.50776;

    public static ImmutableArray<PollingStation> Place(
        StationList list, Dictionary<int, GeoPoint> positions, VillageList villages, string villagesFile, InputReport report)
    {
        var ofKecamatan = Means(villages, AreaCode.KecamatanOf);
        var ofKabupaten = Means(villages, AreaCode.KabupatenOf);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        var placed = ImmutableArray.CreateBuilder<PollingStation>(list.Stations.Length);
        var village = -1;
        var k = 0;
        for (var i = 0; i < list.Stations.Length; i++)
        {
            var station = list.Stations[i];
            k = station.Village == village ? k + 1 : 1;
            village = station.Village;
            var given = positions.TryGetValue(i, out var position);
            if (!given)
            {
                var code = villages.Villages[village].Code;
                var centre = villages.Villages[village].Centroid
                    ?? Find(ofKecamatan, AreaCode.KecamatanOf(code)) ?? Find(ofKabupaten, AreaCode.KabupatenOf(code));
                if (centre is null && refused.Add(AreaCode.KabupatenOf(code)))
                    report.Add(new KabupatenWithoutPlace(villagesFile, AreaCode.KabupatenOf(code), station.Code));
                position = (centre ?? default).Offset(SpacingMetres * Math.Sqrt(k), k * GoldenAngleDegrees);
            }

            placed.Add(new PollingStation(station.Code, village, station.Special, Coordinates.Rounded(position), !given));
        }

        return placed.MoveToImmutable();
    }

    private static GeoPoint? Find(Dictionary<string, GeoPoint> means, string area) =>
        means.TryGetValue(area, out var mean) ? mean : null;

    private static Dictionary<string, GeoPoint> Means(VillageList villages, Func<string, string> area) =>
        villages.Villages.Where(v => v.Centroid is not null)
            .GroupBy(v => area(v.Code), v => v.Centroid!.Value, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => new GeoPoint(g.Average(p => p.Latitude), g.Average(p => p.Longitude)),
                StringComparer.Ordinal);
}
