using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>Puts shifts into a roster: day by day after a pattern of hours, or as a cycle of days repeated with its people.</summary>
internal sealed class PlanShifts(Database database, KeepRoster rosters, OfficeClock clock)
{
    private const int MostDays = 92;
    private const int LongestCycle = 14;

    /// <summary>How many were added, or the key of the text that says what is wrong. A shift of the same hours that is there stays as it is.</summary>
    public async Task<(int Added, string? Problem)> AddAsync(Guid id, ShiftFields form, CancellationToken cancel)
    {
        if (form.From is not { } from || form.To is not { } to || to < from || to.DayNumber - from.DayNumber > MostDays) return (0, "DaysWrong");
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await rosters.OwnAsync(id, cancel) is not { } roster) return (0, "UnknownRoster");
        if (from < roster.From || to > roster.To) return (0, "OutsideRoster");
        List<(TimeOnly From, TimeOnly To)> hours;
        if (form.Parts is 1 or 2 or 3 or 4) hours = [.. ShiftTimes.Parts(roster.DayBegins, form.Parts)];
        else if (ShiftTimes.Time(form.Starts) is { } starts && ShiftTimes.Time(form.Ends) is { } ends) hours = [(starts, ends)];
        else return (0, "TimeWrong");
        var there = await ThereAsync(id, cancel);
        var added = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            foreach (var (begins, ends) in hours)
            {
                // Of a round clock the part after midnight is still the roster's day before.
                var on = form.Parts > 0 && begins < roster.DayBegins ? day.AddDays(1) : day;
                var (start, end) = ShiftTimes.Of(on, begins, ends, clock.Zone);
                if (!there.Add((start, end))) continue;
                database.Add(new DutyShift { Id = OrderedId.New(), RosterId = id, StartsAt = start, EndsAt = end });
                added++;
            }
        }

        return await DoneAsync(roster, there.Count, added, transaction, cancel);
    }

    /// <summary>Takes the days from one on, as many as the cycle has, and repeats them with their people up to a last day.</summary>
    public async Task<(int Added, string? Problem)> RepeatAsync(Guid id, RepeatFields form, CancellationToken cancel)
    {
        if (form.Days is < 1 or > LongestCycle || form.From is not { } from || form.Until is not { } until || until < from.AddDays(form.Days) || until.DayNumber - from.DayNumber > MostDays) return (0, "CycleWrong");
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await rosters.OwnAsync(id, cancel) is not { } roster) return (0, "UnknownRoster");
        if (from < roster.From || until > roster.To) return (0, "OutsideRoster");
        var (first, end) = (ShiftTimes.At(from, roster.DayBegins, clock.Zone), ShiftTimes.At(from.AddDays(form.Days), roster.DayBegins, clock.Zone));
        var cycle = await database.Set<DutyShift>().AsNoTracking().Where(s => s.RosterId == id && s.StartsAt >= first && s.StartsAt < end)
            .Include(s => s.Posts.Where(p => p.ReplacedAt == null)).OrderBy(s => s.StartsAt).ToListAsync(cancel);
        if (cycle.Count == 0) return (0, "CycleEmpty");
        var there = await ThereAsync(id, cancel);
        var (last, added) = (ShiftTimes.At(until.AddDays(1), roster.DayBegins, clock.Zone), 0);
        for (var days = form.Days; from.AddDays(days) <= until; days += form.Days)
        {
            foreach (var shift in cycle)
            {
                // By the wall clock: where summer begins in between, the guard still changes at six.
                var (start, stop) = (Moved(shift.StartsAt, days), Moved(shift.EndsAt, days));
                if (start >= last || !there.Add((start, stop))) continue;
                var copy = new DutyShift { Id = OrderedId.New(), RosterId = id, StartsAt = start, EndsAt = stop };
                copy.Posts.AddRange(shift.Posts.OrderBy(p => p.Id).Select(p => new DutyPost { Id = OrderedId.New(), ShiftId = copy.Id, Role = p.Role, IsStandby = p.IsStandby, OfficeId = p.OfficeId, Name = p.Name, Phone = p.Phone }));
                database.Add(copy);
                added++;
            }
        }

        return await DoneAsync(roster, there.Count, added, transaction, cancel);
    }

    /// <summary>Takes a shift out that has not begun. Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RemoveAsync(Guid shift, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<DutyShift>().SingleOrDefaultAsync(s => s.Id == shift, cancel) is not { } found || await rosters.OwnAsync(found.RosterId, cancel) is not { } roster) return "UnknownShift";
        if (found.StartsAt <= clock.Now) return "ShiftBegun";
        database.Remove(found);
        await rosters.DoneAsync("roster.unshift", roster, transaction, cancel);
        return null;
    }

    private DateTimeOffset Moved(DateTimeOffset instant, int days)
    {
        var wall = clock.Local(instant).DateTime.AddDays(days);
        return ShiftTimes.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), clock.Zone);
    }

    private async Task<HashSet<(DateTimeOffset, DateTimeOffset)>> ThereAsync(Guid roster, CancellationToken cancel) =>
        [.. (await database.Set<DutyShift>().AsNoTracking().Where(s => s.RosterId == roster).Select(s => new { s.StartsAt, s.EndsAt }).ToListAsync(cancel)).Select(s => (s.StartsAt, s.EndsAt))];

    private async Task<(int Added, string? Problem)> DoneAsync(Roster roster, int all, int added, WriteTransaction transaction, CancellationToken cancel)
    {
        if (all > RostersMapping.MostShifts) return (0, "ShiftsMany");
        if (added > 0) await rosters.DoneAsync("roster.shifts", roster, transaction, cancel, string.Create(CultureInfo.InvariantCulture, $"{{\"added\":{added}}}"));
        return (added, null);
    }
}

/// <summary>Which shifts somebody asks for.</summary>
public sealed class ShiftFields
{
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>In how many parts a day is cut; 0 where the hours are given.</summary>
    public int Parts { get; set; }

    public string? Starts { get; set; }

    public string? Ends { get; set; }
}

/// <summary>Which days are repeated, and until when.</summary>
public sealed class RepeatFields
{
    public DateOnly? From { get; set; }

    public int Days { get; set; } = 1;

    public DateOnly? Until { get; set; }
}
