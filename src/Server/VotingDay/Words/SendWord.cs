using System.Collections.Immutable;
using TigaPilar.Server.Guarding.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.VotingDay.Board;

namespace TigaPilar.Server.VotingDay.Words;

/// <summary>What the sender chooses: that supplies are there, or how far the stations are.</summary>
internal enum WordStep : byte
{
    Supplies = 1,
    Opened = 2,
    Counting = 3,
    Finished = 4,
    BoxOnTheWay = 5,
    BoxAtPpk = 6,
    NotOpened = 7,
}

/// <summary>Takes word of stations: of a group by those who guard it, of any station by a posko.</summary>
internal sealed class SendWord(Database database, CurrentReader current, WordWriter writer, DaySnapshots snapshots, OfficeClock clock)
{
    /// <summary>A pair's, or a village's; more is told in two goes.</summary>
    private const int MostStations = 60;

    /// <summary>What is likely told at this hour: it is chosen already, one press sends it.</summary>
    public static WordStep Expected(DaySettings settings, int minute, IReadOnlyCollection<StationDay?> stations)
    {
        // Of the one that is least far.
        var least = stations.Any(s => s?.State is null) ? null : stations.Min(s => s!.State);
        if (minute < settings.OpensMinute) return WordStep.Supplies;
        return least switch
        {
            null or DayState.NotOpened => WordStep.Opened,
            DayState.Opened or DayState.Counting => minute < settings.CountsMinute ? WordStep.Opened : WordStep.Finished,
            DayState.Finished => WordStep.BoxOnTheWay,
            _ => WordStep.BoxAtPpk,
        };
    }

    /// <summary>
    /// Of a group: all safe, or all but some. When it was received, or the key of the text that says what is wrong.
    /// </summary>
    public async Task<(DateTimeOffset? At, string? Problem)> OfGroupAsync(DayAt day, GroupDuty group, GroupForm form, CancellationToken cancel)
    {
        if (form.Step is not (>= WordStep.Supplies and <= WordStep.BoxAtPpk)) return (null, "StepNeeded");
        var lines = new List<(string Station, WordStep Step, NotOpenedCause? Cause, string? Note)>();
        foreach (var station in group.Stations)
        {
            var cause = form.All ? null : form.Causes?.GetValueOrDefault(station);
            if (cause is null) lines.Add((station, form.Step, null, null));
            // Past the opening a station that is not so far yet stays as it is known.
            else if (form.Step is WordStep.Supplies or WordStep.Opened) lines.Add((station, WordStep.NotOpened, cause, form.Note));
        }

        return await SendAsync(day, form.Id, lines, WordVia.Application, clock.Now, cancel);
    }

    /// <summary>Of stations that a posko was told of.</summary>
    public async Task<(DateTimeOffset? At, string? Problem)> OfStationsAsync(DayAt day, NoteForm form, CancellationToken cancel)
    {
        if (form.Stations is not { Count: > 0 }) return (null, "StationsNeeded");
        if (!Enum.IsDefined(form.Step)) return (null, "StepNeeded");
        if (form.Step == WordStep.NotOpened && form.Cause is not { } cause) return (null, "CauseNeeded");
        if (!Enum.IsDefined(form.Via)) return (null, "ViaNeeded");
        var said = clock.Now;
        if (!string.IsNullOrWhiteSpace(form.Said))
        {
            if (DayTime.Minute(form.Said) is not { } minute) return (null, "SaidWrong");
            // On the days around it the hour is of today.
            said = DayTime.At(clock.Today, minute, clock);
            if (said > clock.Now.AddMinutes(1)) return (null, "SaidLater");
        }

        return await SendAsync(day, form.Id, [.. form.Stations.Distinct(StringComparer.Ordinal).Select(s => (s, form.Step, form.Step == WordStep.NotOpened ? form.Cause : null, form.Note))], form.Via, said, cancel);
    }

    private async Task<(DateTimeOffset? At, string? Problem)> SendAsync(DayAt day, Guid id, List<(string Station, WordStep Step, NotOpenedCause? Cause, string? Note)> lines, WordVia via, DateTimeOffset said, CancellationToken cancel)
    {
        if (id == Guid.Empty) return (null, "SendAgain");
        if (!day.TakesWord) return (null, "NotThatDay");
        if (lines.Count is 0 or > MostStations) return (null, "StationsNeeded");
        if (lines.Exists(l => l.Note?.Trim().Length > VotingDayMapping.LongestNote)) return (null, "NoteLong");
        if (lines.Exists(l => l.Cause is { } c && !Enum.IsDefined(c))) return (null, "CauseNeeded");
        if (lines.Exists(l => l.Cause == NotOpenedCause.Other && string.IsNullOrWhiteSpace(l.Note))) return (null, "NoteNeeded");
        var reader = await current.GetSignedInAsync();
        var ground = await snapshots.GroundAsync(database, day, cancel);
        // Unknown and not yours answer alike.
        if (!lines.TrueForAll(l => ground.Has(l.Station)) || DayChoice.OfficeOf(reader, VotingDayPermissions.Write, lines.ConvertAll(l => l.Station)) is not { } office) return (null, "StationUnknown");
        var (now, by) = (clock.Now.ToUniversalTime(), $"{reader.Name}, {office.Title}");
        var words = lines.Select(l => new StationWord
        {
            SentId = id, StationCode = l.Station, ElectionId = day.Election.Id, VillageCode = AreaCode.VillageOf(l.Station), State = StateOf(l.Step),
            Cause = l.Cause, Note = l.Cause is null || string.IsNullOrWhiteSpace(l.Note) ? null : l.Note.ReplaceLineEndings(" ").Trim(),
            Supplies = l.Step == WordStep.Supplies || l.Step == WordStep.Opened ? true : l.Cause == NotOpenedCause.SuppliesMissing ? false : null,
            SaidAt = said.ToUniversalTime(), ReceivedAt = now, Via = via, By = by, AccountId = reader.AccountId!.Value,
        }).ToImmutableArray();
        await writer.AddAsync(reader.AccountId!.Value.ToString(), new Sending(id, day.Election.Id, words, reader.AccountId!.Value, office.OfficeId), cancel);
        return (now, null);
    }

    private static DayState? StateOf(WordStep step) => step switch
    {
        WordStep.Supplies => null,
        WordStep.NotOpened => DayState.NotOpened,
        _ => (DayState)(byte)step,
    };

    public sealed class GroupForm
    {
        /// <summary>Made by the page: sent twice it is one.</summary>
        public Guid Id { get; set; }

        public WordStep Step { get; set; }

        /// <summary>By the big button: all of them, whatever stands below it.</summary>
        public bool All { get; set; }

        /// <summary>By station, for those that are not so far.</summary>
        public Dictionary<string, NotOpenedCause?>? Causes { get; set; }

        public string? Note { get; set; }
    }

    public sealed class NoteForm
    {
        /// <inheritdoc cref="GroupForm.Id"/>
        public Guid Id { get; set; }

        public List<string>? Stations { get; set; }

        public WordStep Step { get; set; }

        public NotOpenedCause? Cause { get; set; }

        public string? Note { get; set; }

        public WordVia Via { get; set; } = WordVia.Telephone;

        /// <summary>The hour at which it was so; now where it is empty.</summary>
        public string? Said { get; set; }
    }
}
