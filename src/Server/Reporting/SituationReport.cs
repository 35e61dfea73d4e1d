namespace TigaPilar.Server.Reporting;

/// <summary>How heavy an event is.</summary>
public enum EntryWeight : byte
{
    Ordinary = 1,

    /// <summary>Atensi.</summary>
    Attention = 2,

    /// <summary>Menonjol.</summary>
    Notable = 3,
}

/// <summary>By which way it came.</summary>
public enum ReceivedBy : byte
{
    Application = 1,
    Telephone = 2,

    /// <summary>A message in a chat.</summary>
    Chat = 3,

    /// <summary>Handy-talky.</summary>
    Radio = 4,
}

/// <summary>What an agency reports for an hour, or at any time of something that has happened. What was sent stays: a correction is a new version beside it.</summary>
public sealed class SituationReport
{
    public required Guid Id { get; init; }

    public required Guid ScheduleId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Who sees it is told by it: the kecamatan, the kabupaten of an agency; the kabupaten too for a Polsek of several kecamatan.</summary>
    public required string AreaCode { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Minutes from midnight of the hour that it is for; null: a special report of something that has just happened.</summary>
    public int? Minute { get; init; }

    /// <summary>From 1; the highest is the one that counts.</summary>
    public required int Version { get; init; }

    /// <summary>The hour, the agency and the version: sent twice it is one. For a special report its own id.</summary>
    public required string Key { get; init; }

    /// <summary>NIHIL: said in so many words that nothing happened.</summary>
    public required bool Nihil { get; init; }

    /// <summary>Kondisi terkini.</summary>
    public string? Situation { get; init; }

    /// <summary>Name and office of who reports, or of who took it down.</summary>
    public required string By { get; init; }

    public required ReceivedBy Via { get; init; }

    public required DateTimeOffset At { get; init; }

    public List<ReportEntry> Entries { get; init; } = [];
}

/// <summary>An event: apa, di mana, kapan, siapa, mengapa, bagaimana, and what was done and is advised. Of people their part in it, never their names.</summary>
public sealed class ReportEntry
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required int Position { get; init; }

    public required EntryWeight Weight { get; init; }

    public required string What { get; init; }

    public required string Where { get; init; }

    public string? When { get; init; }

    public string? Who { get; init; }

    public string? Why { get; init; }

    public string? How { get; init; }

    public string? Done { get; init; }

    public string? Advice { get; init; }
}

/// <summary>What an agency means to do on a day, and whether it did: of this the anev is made.</summary>
public sealed class DayPlan
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>In which rhythm it reports: whoever sees its reports sees its plans.</summary>
    public required Guid ScheduleId { get; init; }

    public required DateOnly Day { get; init; }

    public required string What { get; init; }

    /// <summary>Null while nothing is known.</summary>
    public bool? Carried { get; set; }

    /// <summary>Why not, or what came of it.</summary>
    public string? Note { get; set; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ToldBy { get; set; }

    public DateTimeOffset? ToldAt { get; set; }
}

/// <summary>The reports of an hour put together by who asked for them; each of its parts stays what it is.</summary>
public sealed class ReportSummary
{
    public required Guid Id { get; init; }

    public required Guid ScheduleId { get; init; }

    public required DateOnly Day { get; init; }

    public required int Minute { get; init; }

    public required int Version { get; init; }

    /// <summary>The situation in the words of who put it together.</summary>
    public required string Situation { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public List<ReportSummaryPart> Parts { get; init; } = [];
}

/// <summary>A report that went into a summary, in the version that it had then.</summary>
public sealed class ReportSummaryPart
{
    public required Guid SummaryId { get; init; }

    public required Guid ReportId { get; init; }
}

/// <summary>A form that a superior prescribes, as Word or Excel.</summary>
public sealed class ReportForm
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Name { get; init; }

    public required Guid FileId { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
