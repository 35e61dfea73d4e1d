using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>A real kabupaten from files that stand beside the repository and are never part of it.</summary>
internal static class RealField
{
    /// <summary>The stations of 2024 by kecamatan, 2-12 within 5 km; somewhat fewer officers at some Polsek than needed, and Linmas to spare.</summary>
    public static GuardProblem LampungTengah()
    {
        var villages = File.ReadLines(Shared("lampung-tengah-villages.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        var kecamatan = villages.Select(v => v[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var number = villages.Select((v, i) => (Code: v[0], Index: i)).ToDictionary(v => v.Code, v => v.Index, StringComparer.Ordinal);
        GuardVillage[] known =
        [
            .. villages.Select(v => new GuardVillage(
                Array.BinarySearch(kecamatan, v[1], StringComparer.Ordinal),
                v[5].Length == 0 ? null : new GeoPoint(double.Parse(v[5], CultureInfo.InvariantCulture), double.Parse(v[6], CultureInfo.InvariantCulture)))),
        ];
        var stations = File.ReadLines(Shared("lampung-tengah-tps-2024.csv")).Skip(1).Select(l => l.Split(','))
            .OrderBy(s => s[0], StringComparer.Ordinal)
            .Select(s => (Village: number[s[1]], Number: int.Parse(s[4], CultureInfo.InvariantCulture), Special: s[5] == "khusus"))
            .Select(s => new GuardStation(
                (known[s.Village].Centroid ?? new GeoPoint(-5, 105)).Offset(150 * Math.Sqrt(s.Number), s.Number * 137.50776),
                s.Village,
                s.Special ? StationClass.Khusus : s.Number % 50 == 0 ? StationClass.Rawan : StationClass.KurangRawan))
            .ToArray();
        return new GuardProblem
        {
            Villages = [.. known],
            Kecamatan = [.. kecamatan.Select(_ => new GuardKecamatan(0, 0))],
            Stations = [.. stations],
            Patterns = [.. GuardProblem.DefaultPatterns.Select(p => p with { RadiusMetres = 5000 })],
            Unit = GroupingUnit.Kecamatan,
            Forces = new GuardForces(
                [.. Enumerable.Range(0, known.Length).Select(v => new ForceHome(HomeLevel.Village, v, 2 * stations.Count(s => s.Village == v) + 1))],
                [.. Enumerable.Range(0, kecamatan.Length).Select(k => new ForceHome(HomeLevel.Kecamatan, k, 22 + 7 * (k % 3)))],
                []),
        };
    }

    /// <summary>The homes after every tenth man, drawn by a fixed seed, has fallen out.</summary>
    public static ImmutableArray<ForceHome> WithoutATenth(ImmutableArray<ForceHome> homes, ulong seed)
    {
        var random = new SplitMix64(seed);
        var left = homes.ToArray();
        for (var lost = homes.Sum(h => h.Count) / 10; lost > 0;)
        {
            var home = random.Next(left.Length);
            if (left[home].Count == 0)
                continue;
            left[home] = left[home] with { Count = left[home].Count - 1 };
            lost--;
        }

        return [.. left];
    }

    private static string Shared(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(file))
                return file;
        }

        Assert.Skip("skipped: ../shared is absent");
        return "";
    }
}
