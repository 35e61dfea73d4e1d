namespace TigaPilar.Server.VotingDay.Words;

/// <summary>How far a station is, in the order of its day.</summary>
public enum DayState : byte
{
    /// <summary>Belum dibuka, with the cause.</summary>
    NotOpened = 1,
    Opened = 2,
    Counting = 3,
    Finished = 4,

    /// <summary>Kotak menuju PPK.</summary>
    BoxOnTheWay = 5,

    /// <summary>Kotak di PPK.</summary>
    BoxAtPpk = 6,
}

/// <summary>Why a station is not opened.</summary>
public enum NotOpenedCause : byte
{
    /// <summary>Surat suara belum tiba.</summary>
    SuppliesMissing = 1,

    /// <summary>KPPS belum lengkap.</summary>
    CommitteeIncomplete = 2,
    Weather = 3,

    /// <summary>Lain-lain, in words.</summary>
    Other = 4,
}

/// <summary>By which way word came.</summary>
public enum WordVia : byte
{
    Application = 1,
    Chat = 2,
    Telephone = 3,
    Radio = 4,
}

/// <summary>Word of a station (<i>kabar</i>): never changed and never taken away. It has no place for numbers of a count.</summary>
public sealed class StationWord
{
    /// <summary>Made by who sends: sent twice it is one. One sending may tell of several stations.</summary>
    public required Guid SentId { get; init; }

    public required string StationCode { get; init; }

    public required int ElectionId { get; init; }

    public required string VillageCode { get; init; }

    /// <summary>Null where the word tells of supplies alone.</summary>
    public required DayState? State { get; init; }

    /// <summary>Where it is not opened.</summary>
    public NotOpenedCause? Cause { get; init; }

    /// <summary>In words, where the cause is another.</summary>
    public string? Note { get; init; }

    /// <summary>Logistik lengkap: yes, no, or not told.</summary>
    public bool? Supplies { get; init; }

    /// <summary>When it was so: by this, words are ordered.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>When the posko had it: by this, one looks back at what was known.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required WordVia Via { get; init; }

    /// <summary>Name and office of who sent or noted it.</summary>
    public required string By { get; init; }

    public required Guid AccountId { get; init; }
}

/// <summary>What is known of a station: the latest of what was said, whenever it came.</summary>
public sealed class StationDay
{
    public required int ElectionId { get; init; }

    public required string StationCode { get; init; }

    /// <summary>Null: belum ada kabar.</summary>
    public DayState? State { get; private set; }

    public NotOpenedCause? Cause { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset? SaidAt { get; private set; }

    public WordVia? Via { get; private set; }

    public string? By { get; private set; }

    public bool? Supplies { get; private set; }

    public DateTimeOffset? SuppliesSaidAt { get; private set; }

    /// <summary>When anything came of it last.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>
    /// Takes a word: the one that was said later stands, also where it says less. One that comes late from before changes
    /// nothing; of two said at once the one that came later does.
    /// </summary>
    public void Take(StationWord word)
    {
        if (word.State is { } state && (SaidAt is not { } said || word.SaidAt >= said))
        {
            (State, SaidAt, Via, By) = (state, word.SaidAt, word.Via, word.By);
            (Cause, Note) = state == DayState.NotOpened ? (word.Cause, word.Note) : (null, null);
        }

        if (word.Supplies is { } supplies && (SuppliesSaidAt is not { } told || word.SaidAt >= told)) (Supplies, SuppliesSaidAt) = (supplies, word.SaidAt);
        if (word.ReceivedAt > ReceivedAt) ReceivedAt = word.ReceivedAt;
    }

    /// <summary>What is known by some words, in the order in which they came.</summary>
    public static Dictionary<string, StationDay> Of(IEnumerable<StationWord> words)
    {
        var known = new Dictionary<string, StationDay>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!known.TryGetValue(word.StationCode, out var day)) known.Add(word.StationCode, day = new StationDay { ElectionId = word.ElectionId, StationCode = word.StationCode });
            day.Take(word);
        }

        return known;
    }
}
