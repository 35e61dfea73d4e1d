using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>
/// The due days of items. One that is counted from a voting day is worked out whenever it is read, so that a day that was
/// moved moves it.
/// </summary>
internal sealed class ActionDue(IReadOnlyDictionary<int, DateOnly> votingDays, OfficeClock clock)
{
    public DateOnly Today { get; } = clock.Today;

    public static async Task<ActionDue> OfAsync(Database database, OfficeClock clock, CancellationToken cancel) => new(
        (await ElectionQueries.AllAsync(database, cancel)).Where(e => e.VotingDay is not null).ToDictionary(e => e.Id, e => e.VotingDay!.Value), clock);

    /// <summary>Null where there is none, or where its election has no day yet.</summary>
    public DateOnly? Of(ActionItem item) =>
        item.DueElectionId is { } election ? votingDays.TryGetValue(election, out var day) ? day.AddDays(item.DueOffset) : null : item.Due;

    /// <summary>Days past the due day: what was reported waits for others and is late no more.</summary>
    public int DaysLate(ActionItem item) =>
        item.State is ActionState.Created or ActionState.Accepted or ActionState.InProgress or ActionState.Returned && Of(item) is { } due && due < Today
            ? Today.DayNumber - due.DayNumber : 0;

    /// <summary>Days since it was made, up to its end where it has one.</summary>
    public int AgeDays(ActionItem item) => (item.IsOpen ? Today : DayOf(item.StateAt)).DayNumber - DayOf(item.CreatedAt).DayNumber;

    /// <summary>The offices' day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant).DateTime);

    /// <summary>Late for so long that somebody ought to take it to the leader of the forum. Nothing but a person does.</summary>
    public bool IsDueForEscalation(ActionItem item) =>
        item.EscalatedAt is null && DaysLate(item) is var days && days > 0 && days >= item.EscalateAfterDays;

    /// <summary>The day after <paramref name="after"/> on which a repeated item is due again.</summary>
    public static DateOnly Next(ActionRepeat repeat, int on, DateOnly after)
    {
        if (repeat == ActionRepeat.Weekly) return after.AddDays(1 + (on % 7 - (int)after.AddDays(1).DayOfWeek + 7) % 7);
        var month = new DateOnly(after.Year, after.Month, 1);
        var day = Within(month);
        return day > after ? day : Within(month.AddMonths(1));

        DateOnly Within(DateOnly first) => first.AddDays(Math.Min(on, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
    }
}
