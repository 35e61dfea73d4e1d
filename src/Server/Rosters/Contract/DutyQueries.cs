using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters.Contract;

/// <summary>Those on a shift, as somebody writes to them.</summary>
/// <param name="Name">Roster and hours.</param>
/// <param name="Offices">On duty and on standby; who stands there by name alone has no office to which one writes.</param>
public sealed record DutyCircle(string Name, ImmutableArray<Guid> Offices);

/// <summary>What other rooms ask of the rosters.</summary>
public static class DutyQueries
{
    /// <summary>The offices on a shift of a roster that the reader sees; null where there is none for him.</summary>
    public static async Task<DutyCircle?> OfShiftAsync(Database database, Reader reader, OfficeClock clock, Guid shift, CancellationToken cancel)
    {
        var seen = RosterScope.Of(database, reader).Select(r => r.Id);
        if (await database.Set<DutyShift>().AsNoTracking().Where(s => seen.Contains(s.RosterId)).Include(s => s.Roster).Include(s => s.Posts.Where(p => p.ReplacedAt == null))
            .SingleOrDefaultAsync(s => s.Id == shift, cancel) is not { } found) return null;
        return new DutyCircle($"{found.Roster!.Name}, {ShiftTimes.Words(found.StartsAt, found.EndsAt, clock)}", [.. found.Posts.Select(p => p.OfficeId).OfType<Guid>().Distinct()]);
    }
}
