namespace TigaPilar.Server.Actions.Contract;

/// <summary>What was agreed, as it becomes an item that an agency owns.</summary>
/// <param name="Title">What is to be done, one line, at most <see cref="LongestTitle"/> characters.</param>
/// <param name="Detail">More about it, at most <see cref="LongestDetail"/> characters.</param>
/// <param name="Kind">What sort of work it is.</param>
/// <param name="Track">After the result: to which track it belongs.</param>
/// <param name="OwnerAgency">The agency that does it (<c>Offices/Contract/AgencyQueries</c>).</param>
/// <param name="AreaCode">Where: who covers it sees the item.</param>
/// <param name="Due">Until when, in the offices' days; null where none is set or where <see cref="DueElection"/> says it.</param>
/// <param name="Parts">Whether each kecamatan or village of the area has a part of its own.</param>
/// <param name="Meeting">The meeting in which it was agreed.</param>
/// <param name="Decision">The decision that it follows from.</param>
/// <param name="Source">Words shown as its origin: <c>Rakor 30 Mei 2018, keputusan 3</c>; at most <see cref="LongestSource"/>.</param>
public sealed record NewAction(
    string Title, string? Detail, ActionKind Kind, ActionTrack Track, Guid OwnerAgency, string AreaCode, DateOnly? Due, PartLevel Parts,
    Guid? Meeting = null, Guid? Decision = null, string? Source = null)
{
    public const int LongestTitle = 200;
    public const int LongestDetail = 4000;
    public const int LongestSource = 200;

    /// <summary>Due so many days from this election's voting day, which may still move.</summary>
    public int? DueElection { get; init; }

    /// <summary>Days from the voting day: -7 is H-7.</summary>
    public int DueOffset { get; init; }

    public ActionRepeat Repeat { get; init; }

    /// <summary>The day of the week or the date that <see cref="Repeat"/> names.</summary>
    public int RepeatOn { get; init; }

    /// <summary>So many days after it was due it is shown as needing escalation; nobody but a person escalates it.</summary>
    public int EscalateAfterDays { get; init; } = 7;
}

/// <summary>An item as other rooms show it.</summary>
/// <param name="Id">Its page is <c>/tindak-lanjut/{id}</c>.</param>
/// <param name="Decision">The decision that it follows from.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Owner">The agency that does it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Due">Until when, with the voting day as it stands today.</param>
/// <param name="AgeDays">Days since it was created, up to today or to its end.</param>
/// <param name="Parts">How many parts it has; 0 without.</param>
/// <param name="PartsVerified">How many of these are verified.</param>
/// <param name="Overdue">Past its day and neither reported nor ended.</param>
/// <param name="Escalated">Somebody has taken it to the leader of the forum.</param>
public sealed record ActionBrief(
    Guid Id, Guid? Decision, string Title, string Owner, ActionState State, DateOnly? Due, int AgeDays, int Parts, int PartsVerified, bool Overdue, bool Escalated);
