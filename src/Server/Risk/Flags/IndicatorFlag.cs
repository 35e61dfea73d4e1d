namespace TigaPilar.Server.Risk.Flags;

/// <summary>
/// Bawaslu's mark on a station: one indicator that it found there. Imported and never edited; it stands beside the class that
/// the police give and no class follows from it (domain rules, 9.2).
/// </summary>
public sealed class IndicatorFlag
{
    public required int ElectionId { get; init; }

    public required string StationCode { get; init; }

    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; init; }
}

/// <summary>A file of flags that Bawaslu sent. The newest of an election and a kabupaten is in force, whole; of the earlier ones this line stays.</summary>
public sealed class FlagImport
{
    public long Id { get; init; }

    public required int ElectionId { get; init; }

    /// <summary>The kabupaten whose flags it replaced.</summary>
    public required string AreaCode { get; init; }

    /// <summary>From 1 within election and kabupaten.</summary>
    public required int Version { get; init; }

    /// <summary>Key of the set whose indicators it names.</summary>
    public required string IndicatorSet { get; init; }

    public required int Flags { get; init; }

    public required int Stations { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; init; }
}

/// <summary>
/// From how many of each thousand stations on an indicator counts as frequent. Bawaslu publishes its three bands and not how it
/// drew them, so these are our own reading, and a kabupaten's Bawaslu may set others. Only added to; the newest counts.
/// </summary>
public sealed class BandRule
{
    public int Id { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>From here on <i>paling banyak terjadi</i>; stations of each thousand.</summary>
    public required int Most { get; init; }

    /// <summary>From here on <i>banyak terjadi</i>.</summary>
    public required int Many { get; init; }

    /// <summary>What it rests on, as it is shown.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; init; }
}
