using CsCheck;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>A problem with its plan, and the same field after something has happened to it.</summary>
/// <param name="Before">As it was.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Now">As it is.</param>
/// <param name="EarlierStation">For each station of it the index before, or −1.</param>
internal sealed record ChangedProblem(GuardProblem Before, GuardPlan Plan, GuardProblem Now, int[] EarlierStation)
{
    public EarlierPlan Earlier => EarlierPlan.Of(Plan, [.. EarlierStation]);

    /// <summary>Random fields to which several things happen: people fall out or come, stations go, come, move, change class; patterns shrink.</summary>
    public static Gen<ChangedProblem> Gen(int mostStations, bool peopleOnly = false) =>
        new ProblemGen(mostStations).Select(CsCheck.Gen.UInt, (problem, seed) =>
        {
            var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, CancellationToken.None);
            return new ChangedProblem(problem, plan, problem, [.. Enumerable.Range(0, problem.Stations.Length)])
                .Changed(new SplitMix64(seed), peopleOnly);
        });

    public override string ToString() => $"BEFORE\n{ProblemText.Of(Before)}NOW\n{ProblemText.Of(Now)}earlier {string.Join(' ', EarlierStation)}";

    private ChangedProblem Changed(SplitMix64 random, bool peopleOnly)
    {
        var changed = peopleOnly ? this : WithOtherStations(ref random);
        if (changed.Now.Forces is { } forces)
        {
            var now = new GuardForces(Shaken(forces.Linmas, ref random), Shaken(forces.Police, ref random), Shaken(forces.Bko, ref random));
            changed = changed with { Now = changed.Now with { Forces = now } };
        }

        if (!peopleOnly && random.Next(4) == 0)
        {
            var patterns = changed.Now.Patterns.Select(p => p with { MaxStations = Math.Max(1, p.MaxStations - 1), RadiusMetres = p.RadiusMetres * 3 / 4 });
            changed = changed with { Now = changed.Now with { Patterns = [.. patterns] } };
        }

        // A change may make a link impossible; whoever plans is told so and takes it out.
        while (LinkConflict.Find(changed.Now) is { Count: > 0 } conflicts)
            changed = changed with { Now = changed.Now with { Links = changed.Now.Links.RemoveAt(conflicts[0].Link) } };
        return changed;
    }

    private ChangedProblem WithOtherStations(ref SplitMix64 random)
    {
        var stations = new List<GuardStation>();
        var earlier = new List<int>();
        for (var s = 0; s < Before.Stations.Length; s++)
        {
            var station = Before.Stations[s];
            var happens = random.Next(12);
            if (happens == 0 && Before.Stations.Length > 1)
                continue;
            if (happens == 1)
                station = station with { Class = (StationClass)random.Next(4) };
            if (happens == 2)
                station = station with { Position = new GeoPoint(station.Position.Latitude + 0.00913, station.Position.Longitude) };
            if (happens == 3)
            {
                stations.Add(station with { Position = new GeoPoint(station.Position.Latitude, station.Position.Longitude + 0.00317) });
                earlier.Add(-1);
            }

            stations.Add(Before.Patterns.Any(p => p.Class == station.Class) ? station : Before.Stations[s]);
            earlier.Add(s);
        }

        var now = Enumerable.Range(0, earlier.Count).Where(s => earlier[s] >= 0).ToDictionary(s => earlier[s]);
        var links = Before.Links.Where(l => now.ContainsKey(l.A) && now.ContainsKey(l.B))
            .Select(l => l with { A = now[l.A], B = now[l.B] });
        return this with { Now = Before with { Stations = [.. stations], Links = [.. links] }, EarlierStation = [.. earlier] };
    }

    private static System.Collections.Immutable.ImmutableArray<ForceHome> Shaken(
        System.Collections.Immutable.ImmutableArray<ForceHome> homes, ref SplitMix64 random)
    {
        var shaken = homes.ToArray();
        for (var h = 0; h < shaken.Length; h++)
        {
            if (random.Next(2) == 0)
                shaken[h] = shaken[h] with { Count = Math.Max(0, shaken[h].Count - 3 + random.Next(6)) };
        }

        return [.. shaken];
    }
}
