using System.Collections.Immutable;

namespace TigaPilar.Planning.Guarding;

/// <summary>
/// Persons of one kind before and after, home by home: of each home as many are taken for moved as can be, and only the
/// rest for added or dropped, since people are counted and not named.
/// </summary>
/// <param name="Kept">Stand where they stood.</param>
/// <param name="Moved">Stood elsewhere before.</param>
/// <param name="Added">Stood nowhere before.</param>
/// <param name="Dropped">Stand nowhere any more.</param>
public readonly record struct PostingChange(int Kept, int Moved, int Added, int Dropped)
{
    /// <summary>Persons who get another place than they had, or a first one: what a new order must be written for.</summary>
    public int Reassigned => Moved + Added;

    /// <summary>What changed between two lists of who of which home stands at which place; a place of −1 is one that is gone.</summary>
    public static PostingChange Between<THome>(
        IEnumerable<(THome Home, int Place, int Count)> before, IEnumerable<(THome Home, int Place, int Count)> now)
        where THome : notnull
    {
        var stood = new Dictionary<(THome, int), int>();
        // Of each home who stood and who stands; what is left of the places is nobody's.
        var sums = new Dictionary<THome, (int Before, int Now, int Kept)>();
        foreach (var (home, place, count) in before)
        {
            if (place >= 0)
                stood[(home, place)] = stood.GetValueOrDefault((home, place)) + count;
            var sum = sums.GetValueOrDefault(home);
            sums[home] = sum with { Before = sum.Before + count };
        }

        foreach (var (home, place, count) in now)
        {
            var kept = Math.Min(count, stood.GetValueOrDefault((home, place)));
            stood[(home, place)] = stood.GetValueOrDefault((home, place)) - kept;
            var sum = sums.GetValueOrDefault(home);
            sums[home] = sum with { Now = sum.Now + count, Kept = sum.Kept + kept };
        }

        var total = default(PostingChange);
        foreach (var (had, has, kept) in sums.Values)
        {
            var moved = Math.Min(had, has) - kept;
            total = new PostingChange(
                total.Kept + kept, total.Moved + moved, total.Added + has - kept - moved, total.Dropped + had - kept - moved);
        }

        return total;
    }
}

/// <summary>A plan made from an earlier one.</summary>
/// <param name="Plan">The new plan.</param>
/// <param name="GroupBefore">For each of its groups the number that it had before; −1 where it is new.</param>
/// <param name="Untouched">Groups that hold the very stations that they held before.</param>
/// <param name="StationsMoved">Stations that had a group and are in another now, ascending.</param>
/// <param name="StationsNew">Stations that had no group before, ascending.</param>
/// <param name="Linmas">What changed for Linmas; null where the problem names no forces.</param>
/// <param name="Officers">What changed for officers; null where the problem names no forces.</param>
public sealed record Replanned(
    GuardPlan Plan,
    ImmutableArray<int> GroupBefore,
    int Untouched,
    ImmutableArray<int> StationsMoved,
    ImmutableArray<int> StationsNew,
    PostingChange? Linmas,
    PostingChange? Officers);
