using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using TigaPilar.Planning;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Bench;

/// <summary>
/// The 83,731 villages of the nation with their numbers of polling stations, and guard problems made from them:
/// positions by the product's placing rule, classes drawn 90/8/2 and forces drawn by fixed seeds.
/// </summary>
internal sealed class NationData
{
    private const ulong ClassSeed = 20_240_214;
    private const ulong ForceSeed = 5_858;

    private readonly List<Row> _rows;

    private NationData(List<Row> rows) => _rows = rows;

    /// <summary>The patterns of every guard benchmark: 2-12, 2-2, 2-1, khusus 2-1, all within 3 km.</summary>
    public static ImmutableArray<GuardPattern> Patterns { get; } =
        [.. GuardProblem.DefaultPatterns.Select(p => p with { RadiusMetres = 3_000 })];

    /// <summary>Kabupaten with their numbers of stations, in the order of their codes.</summary>
    public IReadOnlyList<(string Code, int Stations)> Kabupaten =>
        [.. _rows.GroupBy(r => r.Code[..5], StringComparer.Ordinal).Select(g => (g.Key, g.Sum(r => r.Regular + r.Special)))];

    public static NationData Load(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var rows = new List<Row>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            GeoPoint? centroid = cells[1].Length == 0
                ? null
                : new GeoPoint(double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
            rows.Add(new Row(
                cells[0],
                centroid,
                int.Parse(cells[3], CultureInfo.InvariantCulture),
                int.Parse(cells[4], CultureInfo.InvariantCulture)));
        }

        rows.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return new NationData(rows);
    }

    /// <summary>The kecamatan of a kabupaten with the median number of stations.</summary>
    public string MedianKecamatan(string kabupaten)
    {
        var ordered = OfKabupaten(kabupaten);
        return ordered[ordered.Count / 2];
    }

    /// <summary>The kecamatan of a kabupaten with the most stations.</summary>
    public string LargestKecamatan(string kabupaten) => OfKabupaten(kabupaten)[^1];

    /// <summary>The problem of the nation, or of one kabupaten or kecamatan.</summary>
    public GuardProblem Problem(GroupingUnit unit, string? area = null)
    {
        var rows = area is null ? _rows : [.. _rows.Where(r => r.Code.StartsWith(area + ".", StringComparison.Ordinal))];
        var kabupatenIndex = Index(rows, 5);
        var kecamatanIndex = Index(rows, 8);
        var kecamatan = new GuardKecamatan[kecamatanIndex.Count];
        foreach (var (code, k) in kecamatanIndex)
            kecamatan[k] = new GuardKecamatan(kabupatenIndex[code[..5]], kabupatenIndex[code[..5]]);
        // Of the whole nation, so that a kecamatan planned alone stands where it stands in its kabupaten.
        var centreOfKecamatan = Means(_rows, 8);
        var centreOfKabupaten = Means(_rows, 5);
        var villages = ImmutableArray.CreateBuilder<GuardVillage>(rows.Count);
        var stations = ImmutableArray.CreateBuilder<GuardStation>(rows.Sum(r => r.Regular + r.Special));
        var linmas = ImmutableArray.CreateBuilder<ForceHome>(rows.Count);
        foreach (var row in rows)
        {
            var village = villages.Count;
            villages.Add(new GuardVillage(kecamatanIndex[row.Code[..8]], row.Centroid));
            var centre = row.Centroid ?? centreOfKecamatan.GetValueOrDefault(row.Code[..8]) ?? centreOfKabupaten[row.Code[..5]]!.Value;
            var count = row.Regular + row.Special;
            // A stream per village: the same draw whether a kabupaten is planned alone or with the nation.
            var random = SplitMix64.Stream(ClassSeed, ulong.Parse(row.Code.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            for (var k = 1; k <= count; k++)
            {
                var draw = random.Next(100);
                var @class = k > row.Regular ? StationClass.Khusus
                    : draw < 90 ? StationClass.KurangRawan
                    : draw < 98 ? StationClass.Rawan : StationClass.SangatRawan;
                stations.Add(new GuardStation(centre.Offset(150 * Math.Sqrt(k), k * 137.50776), village, @class));
            }

            var forces = SplitMix64.Stream(ForceSeed, ulong.Parse(row.Code.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            linmas.Add(new ForceHome(HomeLevel.Village, village, Math.Max(0, 2 * count - 8 + forces.Next(15))));
        }

        return new GuardProblem
        {
            Stations = stations.MoveToImmutable(),
            Villages = villages.MoveToImmutable(),
            Kecamatan = ImmutableArray.Create(kecamatan),
            Patterns = Patterns,
            Unit = unit,
            NeighbourMetres = 5_000,
            Forces = new GuardForces(
                linmas.MoveToImmutable(),
                [.. Enumerable.Range(0, kecamatan.Length).Select(k => new ForceHome(HomeLevel.Kecamatan, k, 25))],
                []),
        };
    }

    private List<string> OfKabupaten(string code) =>
        [.. _rows.Where(r => r.Code.StartsWith(code + ".", StringComparison.Ordinal))
            .GroupBy(r => r.Code[..8], StringComparer.Ordinal)
            .OrderBy(g => g.Sum(r => r.Regular + r.Special)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private static Dictionary<string, int> Index(List<Row> rows, int length)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
            index.TryAdd(row.Code[..length], index.Count);
        return index;
    }

    private static Dictionary<string, GeoPoint?> Means(List<Row> rows, int length) =>
        rows.Where(r => r.Centroid is not null)
            .GroupBy(r => r.Code[..length], StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (GeoPoint?)new GeoPoint(g.Average(r => r.Centroid!.Value.Latitude), g.Average(r => r.Centroid!.Value.Longitude)),
                StringComparer.Ordinal);

    private sealed record Row(string Code, GeoPoint? Centroid, int Regular, int Special);
}
