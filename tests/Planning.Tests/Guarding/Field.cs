using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>
/// A field made by hand, in metres east and north of a place on the equator, where a metre is a metre both ways.
/// Without a village of its own a station belongs to the first.
/// </summary>
internal sealed class Field
{
    private const double MetresPerDegree = GeoPoint.EarthRadiusMetres * Math.PI / 180;

    private readonly List<GuardKecamatan> _kecamatan = [];
    private readonly List<GuardVillage> _villages = [];
    private readonly List<GuardStation> _stations = [];

    public int Kecamatan(int jurisdiction = 0, int kabupaten = 0)
    {
        _kecamatan.Add(new GuardKecamatan(jurisdiction, kabupaten));
        return _kecamatan.Count - 1;
    }

    public int Village(int kecamatan = 0, double east = 0, double north = 0)
    {
        if (_kecamatan.Count == 0)
            Kecamatan();
        _villages.Add(new GuardVillage(kecamatan, At(east, north)));
        return _villages.Count - 1;
    }

    public Field Station(double east, StationClass @class = StationClass.KurangRawan, int village = 0, double north = 0)
    {
        if (_villages.Count == 0)
            Village();
        _stations.Add(new GuardStation(At(east, north), village, @class));
        return this;
    }

    public Field Stations(int count, StationClass @class = StationClass.KurangRawan, int village = 0, double east = 0)
    {
        for (var i = 0; i < count; i++)
            Station(east, @class, village);
        return this;
    }

    public GuardProblem Problem(params ImmutableArray<GuardPattern> patterns) => new()
    {
        Kecamatan = [.. _kecamatan],
        Villages = [.. _villages],
        Stations = [.. _stations],
        Patterns = patterns.IsDefaultOrEmpty ? GuardProblem.DefaultPatterns : patterns,
    };

    /// <summary>Stations of one village on a square lattice.</summary>
    public static GuardProblem Grid(int side, double metres, int radius)
    {
        var field = new Field();
        for (var i = 0; i < side * side; i++)
            field.Station(east: i % side * metres, north: i / side * metres);
        return field.Problem(new GuardPattern(StationClass.KurangRawan, 2, 12, RadiusMetres: radius));
    }

    /// <summary>The plan, after the checker has found nothing wrong with it.</summary>
    public static GuardPlan Plan(GuardProblem problem)
    {
        var plan = GuardPlanner.Solve(problem, SearchBudget.Standard, 1, TestContext.Current.CancellationToken);
        Assert.Empty(PlanChecker.Violations(problem, plan));
        return plan;
    }

    /// <summary>A plan's groups as text: "0 1 | 2".</summary>
    public static string Groups(GuardProblem problem) =>
        string.Join(" | ", Plan(problem).Groups.Select(g => string.Join(' ', g.Stations)));

    private static GeoPoint At(double east, double north) => new(north / MetresPerDegree, 113 + east / MetresPerDegree);
}
