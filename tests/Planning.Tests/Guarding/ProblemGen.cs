using System.Collections.Immutable;
using CsCheck;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>
/// Small random problems with everything in them: one to three kecamatan of one or two kabupaten and jurisdictions,
/// stations that coincide or stand on a lattice (ties), several patterns a class, links that can be kept, and forces.
/// Fewer stations count as smaller, so a failure shrinks to few.
/// </summary>
/// <param name="mostStations">Most stations of a problem.</param>
/// <param name="tiny">
/// One kecamatan, no ties in officers: what an exact search needs to have a single answer.
/// </param>
internal sealed class ProblemGen(int mostStations, bool tiny = false) : Gen<GuardProblem>
{
    private static readonly decimal[] LinmasNumbers = [0, 1, 1.5m, 2, 2, 2, 2.25m, 3];

    public override GuardProblem Generate(PCG pcg, Size? min, out Size size)
    {
        var kecamatan = Kecamatan(pcg);
        var lattice = !tiny && OneIn(pcg, 3);
        var villages = Villages(pcg, kecamatan.Length, lattice, out var centres);
        var stations = Stations(pcg, centres, lattice);
        var problem = new GuardProblem
        {
            Kecamatan = kecamatan,
            Villages = villages,
            Stations = stations,
            Patterns = Patterns(pcg),
            Unit = OneIn(pcg, 3) ? GroupingUnit.Village : GroupingUnit.Kecamatan,
            FillRawan = !OneIn(pcg, 3),
            FillSangatRawan = OneIn(pcg, 3),
            NeighbourMetres = OneOf(pcg, 0, 1500.5, 4000.5, 9000.5),
        };
        problem = problem with { Distances = OneIn(pcg, 3) ? Distances(pcg, villages.Length) : null };
        problem = problem with { Links = OneIn(pcg, 2) ? [] : LinkGen.Links(pcg, problem) };
        problem = problem with { Forces = tiny || OneIn(pcg, 6) ? null : Forces(pcg, problem) };
        size = new Size((ulong)(stations.Length * 100 + problem.Links.Length * 10 + problem.Patterns.Length));
        return problem;
    }

    public static int Below(PCG pcg, int limit) => (int)pcg.Next((uint)limit);

    public static bool OneIn(PCG pcg, int times) => pcg.Next((uint)times) == 0;

    private static T OneOf<T>(PCG pcg, params ReadOnlySpan<T> values) => values[Below(pcg, values.Length)];

    private ImmutableArray<GuardKecamatan> Kecamatan(PCG pcg)
    {
        var count = tiny ? 1 : 1 + Below(pcg, 3);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                // Polres lie inside one kabupaten: even numbers in the first, odd ones in the second.
                var kabupaten = OneIn(pcg, 4) ? 1 : 0;
                return new GuardKecamatan(kabupaten + 2 * Below(pcg, 2), kabupaten, CrossesVillages: OneIn(pcg, 4));
            }),
        ];
    }

    private static ImmutableArray<GuardVillage> Villages(PCG pcg, int kecamatan, bool lattice, out GeoPoint[] centres)
    {
        var origin = new GeoPoint(-8.1, 113.2);
        var villages = new GuardVillage[1 + Below(pcg, 6)];
        centres = new GeoPoint[villages.Length];
        for (var v = 0; v < villages.Length; v++)
        {
            centres[v] = Near(pcg, origin, 5000, lattice);
            villages[v] = new GuardVillage(Below(pcg, kecamatan), OneIn(pcg, 6) ? null : centres[v]);
        }

        return [.. villages];
    }

    private ImmutableArray<GuardStation> Stations(PCG pcg, GeoPoint[] centres, bool lattice)
    {
        var calm = OneIn(pcg, 2);
        return
        [
            .. Enumerable.Range(0, 1 + Below(pcg, mostStations)).Select(_ =>
            {
                var village = Below(pcg, centres.Length);
                var place = Near(pcg, centres[village], 2000, lattice);
                return new GuardStation(place, village, calm && !OneIn(pcg, 4) ? StationClass.KurangRawan : AnyClass(pcg));
            }),
        ];
    }

    /// <summary>Minutes that obey no triangle, between some of the villages.</summary>
    private static VillageDistances Distances(PCG pcg, int villages)
    {
        var ways = new List<(int, int, double)>();
        for (var a = 0; a < villages; a++)
        {
            for (var b = a + 1; b < villages; b++)
            {
                if (OneIn(pcg, 2))
                    ways.Add((a, b, Below(pcg, 200) / 10.0 + Below(pcg, 1000) / 1e6));
            }
        }

        return new VillageDistances(ways);
    }

    private static StationClass AnyClass(PCG pcg) => OneOf(
        pcg,
        StationClass.KurangRawan,
        StationClass.KurangRawan,
        StationClass.Rawan,
        StationClass.Rawan,
        StationClass.SangatRawan,
        StationClass.SangatRawan,
        StationClass.Khusus);

    private static GeoPoint Near(PCG pcg, GeoPoint centre, int metres, bool lattice)
    {
        double north = Below(pcg, 2 * metres + 1) - metres, east = Below(pcg, 2 * metres + 1) - metres;
        // Half a metre off, so that no two legs are equal by chance; on the lattice many are.
        (north, east) = lattice
            ? (Math.Round(north / 500) * 500, Math.Round(east / 500) * 500)
            : (north + Below(pcg, 1000) / 2000.0, east + Below(pcg, 1000) / 2000.0);
        const double metresPerDegree = 111_195.08;
        return new GeoPoint(
            Math.Round(centre.Latitude + north / metresPerDegree, 7), Math.Round(centre.Longitude + east / metresPerDegree, 7));
    }

    private ImmutableArray<GuardPattern> Patterns(PCG pcg)
    {
        if (OneIn(pcg, 6))
            return GuardProblem.DefaultPatterns;
        var patterns = new List<GuardPattern>();
        var usual = OneIn(pcg, 2);
        foreach (var @class in Enum.GetValues<StationClass>())
        {
            var rows = OneIn(pcg, 2) ? 1 : 1 + Below(pcg, 3);
            for (var row = 0; row < rows; row++)
            {
                var officers = tiny ? row + 1 : 1 + Below(pcg, 4);
                // By rule the higher class has the smaller groups, but a pattern file may say anything.
                var most = 1 + Below(pcg, usual ? Math.Max(1, 12 >> (2 * (int)@class)) : 8);
                int? least = OneIn(pcg, 3) ? 1 + Below(pcg, 10) : null;
                int? radius = OneIn(pcg, 3) ? null : OneOf(pcg, 0, 500, 800, 1300, 2000, 3000, 6000);
                patterns.Add(new GuardPattern(@class, officers, most, least, OneOf<decimal>(pcg, LinmasNumbers), radius));
            }
        }

        return [.. patterns];
    }

    private static GuardForces Forces(PCG pcg, GuardProblem problem)
    {
        var plenty = 1 + Below(pcg, 3);
        var linmas = new List<ForceHome>();
        for (var v = 0; v < problem.Villages.Length; v++)
        {
            var needs = 2 * problem.Stations.Count(s => s.Village == v);
            if (!OneIn(pcg, 6))
                linmas.Add(new ForceHome(HomeLevel.Village, v, Math.Max(0, needs - 6 + Below(pcg, 4 + 4 * plenty))));
        }

        for (var k = 0; k < problem.Kecamatan.Length; k++)
        {
            if (OneIn(pcg, 4))
                linmas.Add(new ForceHome(HomeLevel.Kecamatan, k, Below(pcg, 8)));
        }

        if (OneIn(pcg, 4))
            linmas.Add(new ForceHome(HomeLevel.Kabupaten, problem.Kecamatan[0].Kabupaten, Below(pcg, 12)));
        return new GuardForces([.. linmas], Officers(pcg, problem, 3 * plenty), Officers(pcg, problem, 2 * plenty));
    }

    private static ImmutableArray<ForceHome> Officers(PCG pcg, GuardProblem problem, int most)
    {
        var homes = new List<ForceHome>();
        for (var k = 0; k < problem.Kecamatan.Length; k++)
        {
            var (jurisdiction, kabupaten, _) = problem.Kecamatan[k];
            if (!OneIn(pcg, 3))
                homes.Add(new ForceHome(HomeLevel.Kecamatan, k, Below(pcg, 2 * most)));
            if (OneIn(pcg, 4))
                homes.Add(new ForceHome(HomeLevel.Jurisdiction, jurisdiction, Below(pcg, most)));
            // A kabupaten row is an error where there are several jurisdictions.
            if (OneIn(pcg, 4) && problem.Kecamatan.All(o => o.Kabupaten != kabupaten || o.Jurisdiction == jurisdiction))
                homes.Add(new ForceHome(HomeLevel.Kabupaten, kabupaten, Below(pcg, most)));
        }

        return [.. homes];
    }
}
