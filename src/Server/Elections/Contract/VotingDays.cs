using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections.Contract;

/// <summary>The voting day of an election as it was known on each day: what was asked for on a past day does not change where the day is moved.</summary>
/// <param name="Name">Of the election.</param>
/// <param name="Now">As it is fixed today; null where it is not.</param>
/// <param name="Changes">Each day on which it was moved and the day that had been fixed until then, in order.</param>
public sealed record VotingDays(string Name, DateOnly? Now, ImmutableArray<(DateOnly On, DateOnly Was)> Changes)
{
    /// <summary>As it stood when that day began: a day moved at noon moves what is due from the next morning on.</summary>
    public DateOnly? At(DateOnly day)
    {
        foreach (var (on, was) in Changes) if (on >= day) return was;
        return Now;
    }

    /// <summary>Those of running and closed elections that touch an area.</summary>
    public static async Task<ImmutableArray<VotingDays>> ReadAsync(Database database, string area, OfficeClock clock, CancellationToken cancel)
    {
        var elections = (await ElectionQueries.AllAsync(database, cancel)).Where(e => e.State != ElectionState.Draft && e.Areas.Any(a => Shell.Access.AreaSet.Of(a).Touches(area))).ToList();
        var ids = elections.Select(e => e.Id).ToList();
        var changes = (await database.Set<ElectionDayChange>().AsNoTracking().Where(c => ids.Contains(c.ElectionId)).ToListAsync(cancel)).OrderBy(c => c.At).ThenBy(c => c.Id).ToLookup(c => c.ElectionId);
        return [.. elections.Select(e => new VotingDays(e.Name, e.VotingDay, [.. changes[e.Id].Select(c => (DateOnly.FromDateTime(clock.Local(c.At).DateTime), c.From))]))];
    }
}
