namespace TigaPilar.Server.Guarding.Filling;

/// <summary>How far a Polsek's part of the plan is.</summary>
public enum SheetState : byte
{
    /// <summary>Belum diisi Polsek: names are being entered.</summary>
    Filling = 1,

    /// <summary>Diisi, menunggu Kabag Ops.</summary>
    Submitted = 2,

    /// <summary>Dikembalikan, with the reason.</summary>
    Returned = 3,

    /// <summary>Siap ditandatangani.</summary>
    Checked = 4,
}

/// <summary>What hinders a step of the sheet; each is the key of a text.</summary>
public enum SheetProblem
{
    NoQuota,
    GroupsOpen,
    NoPadal,
    NotSubmitted,
    ReasonMissing,
    OwnWork,
    AlreadyThere,
}

/// <summary>
/// The part of a plan that one Polsek fills: the Polres gives it a quota (<i>plafon</i>), the Kapolsek names the men, the
/// Kabag Ops checks. Where a kecamatan has no Polsek on the list it has a sheet of its own.
/// </summary>
public sealed class PolsekSheet
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>The Polsek; null for a kecamatan without one.</summary>
    public Guid? PolsekId { get; init; }

    /// <summary>As the list of jurisdictions named it when the plan was made.</summary>
    public required string Name { get; init; }

    /// <summary>The areas it covers, separated by blanks. Only who holds all of them works on the sheet.</summary>
    public required string Areas { get; init; }

    /// <summary>Officers that the Polres gives; null until it has shared them out.</summary>
    public int? Quota { get; set; }

    /// <summary>Why the quota is below what the patterns of its groups ask for; null where it is not.</summary>
    public string? QuotaReason { get; set; }

    public SheetState State { get; private set; } = SheetState.Filling;

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? CheckedBy { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Counts up with each change of the sheet or of a name on it, so that two people at once lose nothing.</summary>
    public int Version { get; set; }

    /// <summary>Names may be changed.</summary>
    public bool IsOpen => State is SheetState.Filling or SheetState.Returned;

    /// <summary>The Polsek hands it in. <paramref name="lacking"/> are officers that its groups still lack.</summary>
    public SheetProblem? Submit(int lacking, bool padalEverywhere, Guid by, DateTimeOffset at)
    {
        if (!IsOpen) return SheetProblem.AlreadyThere;
        if (Quota is null) return SheetProblem.NoQuota;
        if (lacking > 0) return SheetProblem.GroupsOpen;
        if (!padalEverywhere) return SheetProblem.NoPadal;
        (State, Reason, SubmittedBy, SubmittedAt) = (SheetState.Submitted, null, by, at);
        Version++;
        return null;
    }

    /// <summary>The Kabag Ops sends it back, also after having checked it, as long as the plan is not signed.</summary>
    public SheetProblem? Return(string? reason)
    {
        if (State is not (SheetState.Submitted or SheetState.Checked)) return SheetProblem.NotSubmitted;
        if (string.IsNullOrWhiteSpace(reason)) return SheetProblem.ReasonMissing;
        (State, Reason, CheckedBy, CheckedAt) = (SheetState.Returned, reason.Trim(), null, null);
        Version++;
        return null;
    }

    /// <summary>The Kabag Ops finds it right. Who handed it in does not check it.</summary>
    public SheetProblem? Check(Guid by, DateTimeOffset at)
    {
        if (State != SheetState.Submitted) return SheetProblem.NotSubmitted;
        if (SubmittedBy == by) return SheetProblem.OwnWork;
        (State, CheckedBy, CheckedAt) = (SheetState.Checked, by, at);
        Version++;
        return null;
    }

    /// <summary>The same sheet in a revision of the plan, open again if a name on it has to change.</summary>
    internal PolsekSheet CopyTo(Guid plan, bool open) => new()
    {
        Id = Guid.CreateVersion7(), PlanId = plan, PolsekId = PolsekId, Name = Name, Areas = Areas, Quota = Quota, QuotaReason = QuotaReason,
        State = open ? SheetState.Filling : State, SubmittedBy = SubmittedBy, SubmittedAt = SubmittedAt,
        CheckedBy = open ? null : CheckedBy, CheckedAt = open ? null : CheckedAt,
    };
}
