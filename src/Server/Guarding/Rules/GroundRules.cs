using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Rules;

/// <summary>What officers know of the ground and no map says: two stations that one group must guard, or must not.</summary>
public sealed class StationTie
{
    public required int ElectionId { get; init; }

    /// <summary>The lower code of the two.</summary>
    public required string StationA { get; init; }

    public required string StationB { get; init; }

    /// <summary>True: one group; false: two groups (a river without a bridge between them).</summary>
    public required bool Together { get; set; }

    public required string Reason { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; set; }
}

/// <summary>How long the way between two villages takes, in place of the straight line. It outlives elections, as roads do.</summary>
public sealed class VillageWay
{
    /// <summary>The lower code of the two.</summary>
    public required string VillageA { get; init; }

    public required string VillageB { get; init; }

    /// <summary>0 to 1,440; a minute counts as 500 m (<see cref="Planning.Guarding.VillageDistances.MetresPerMinute"/>).</summary>
    public required int Minutes { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string By { get; set; }
}

/// <summary>Ties and minutes of a kabupaten as they were entered, for a plan.</summary>
internal sealed record EnteredGround(IReadOnlyList<StationTie> Ties, IReadOnlyList<VillageWay> Ways)
{
    // What a conflict says of where it was found: the page, since there is no file.
    private const string Page = "jarak dan tautan";

    /// <summary>The ties by the stations' indices; those of stations that are no more are passed over.</summary>
    public IEnumerable<LinkRow> LinksIn(TerritoryMap territory) => Ties.SelectMany((t, i) =>
        territory.FindStation(t.StationA) is { } a && territory.FindStation(t.StationB) is { } b
            ? [new LinkRow(new StationLink(Math.Min(a, b), Math.Max(a, b), t.Together), Page, i + 1)]
            : Enumerable.Empty<LinkRow>());

    /// <summary>The minutes by the villages' indices; null where there are none.</summary>
    public VillageDistances? WaysIn(TerritoryMap territory)
    {
        var ways = Ways.Select(w => (A: territory.FindVillage(w.VillageA), B: territory.FindVillage(w.VillageB), w.Minutes))
            .Where(w => w.A is not null && w.B is not null).Select(w => (w.A!.Value, w.B!.Value, (double)w.Minutes)).ToList();
        return ways.Count == 0 ? null : new VillageDistances(ways);
    }
}
