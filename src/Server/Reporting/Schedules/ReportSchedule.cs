namespace TigaPilar.Server.Reporting.Schedules;

/// <summary>Of whom reports are asked. Never of villages: whoever must report that nothing happened soon reports nothing else.</summary>
public enum ReportLevel : byte
{
    /// <summary>Every camat.</summary>
    Kecamatan = 1,

    /// <summary>Every Polsek.</summary>
    Polsek = 2,

    /// <summary>The government's agencies of the kabupaten.</summary>
    Agency = 3,
}

/// <summary>Reports that an agency asks of others in a rhythm. There is one for each level in a kabupaten.</summary>
public sealed class ReportSchedule
{
    public const int LongestName = 120;
    public const int LongestWords = 300;
    public const int DefaultGrace = 30;

    public required Guid Id { get; init; }

    /// <summary>The kabupaten.</summary>
    public required string AreaCode { get; init; }

    public required ReportLevel Level { get; init; }

    /// <summary>The agency that asks, and puts them together.</summary>
    public required Guid ReceiverId { get; init; }

    public required string Name { get; set; }

    /// <summary>Minutes after the hour within which a report is in time.</summary>
    public required int Grace { get; set; }

    /// <summary>To whom the text for the chat is addressed: <c>Bupati Lumajang</c>.</summary>
    public string? Addressee { get; set; }

    /// <summary>The last sentence of that text.</summary>
    public required string Closing { get; set; }

    public string? LegalBasis { get; set; }

    public List<ReportRhythm> Rhythms { get; init; } = [];
}

/// <summary>A rhythm from a day on. An earlier one stays: what was due before is not changed afterwards.</summary>
public sealed class ReportRhythm
{
    public required Guid ScheduleId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>A <see cref="Rhythm"/> as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Name and office.</summary>
    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}
