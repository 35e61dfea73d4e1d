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
