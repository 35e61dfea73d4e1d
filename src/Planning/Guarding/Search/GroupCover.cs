using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Fixes a group's pattern and medoid from the exact positions.</summary>
internal static class GroupCover
{
    /// <summary>
    /// The group under the first rule of its highest class that covers it; null where none does. Whether its classes may
    /// mix and its links hold is not asked here.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="stations">The group's stations, ascending; kept by the group.</param>
    public static GuardGroup? Of(GuardProblem problem, GroupRules rules, int[] stations)
    {
        var highest = StationClass.KurangRawan;
        foreach (var station in stations)
            highest = (StationClass)Math.Max((int)highest, (int)problem.Stations[station].Class);
        foreach (var rule in rules.OfHighest(highest))
        {
            var pattern = problem.Patterns[rule.Pattern];
            if (stations.Length <= pattern.MaxStations && Medoid(problem, stations, pattern.RadiusMetres) is var (medoid, travel))
                return new GuardGroup(ImmutableCollectionsMarshal.AsImmutableArray(stations), medoid, pattern, travel);
        }

        return null;
    }

    private static (int Station, double Metres)? Medoid(GuardProblem problem, int[] stations, int? radius)
    {
        var n = stations.Length;
        var travel = new double[n];
        var far = new double[n];
        var places = Array.ConvertAll(stations, s => SpherePoint.From(problem.Stations[s].Position));
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++)
            {
                var (here, there) = (problem.Stations[stations[a]].Village, problem.Stations[stations[b]].Village);
                var metres = problem.Distances?.Between(here, there) ?? places[a].MetresTo(places[b]);
                far[a] = Math.Max(far[a], metres);
                far[b] = Math.Max(far[b], metres);
                metres += here == there ? 0 : 1000;
                travel[a] += metres;
                travel[b] += metres;
            }
        }

        var best = -1;
        for (var a = 0; a < n; a++)
        {
            if ((radius is null || far[a] <= radius + GeoPoint.EqualMetres)
                && (best < 0 || travel[a] < travel[best] - GeoPoint.EqualMetres))
            {
                best = a;
            }
        }

        return best < 0 ? null : (stations[best], travel[best]);
    }
}
