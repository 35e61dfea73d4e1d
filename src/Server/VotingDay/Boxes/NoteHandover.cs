using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.VotingDay.Board;

namespace TigaPilar.Server.VotingDay.Boxes;

/// <summary>Notes that boxes were handed over, and reads the notes.</summary>
internal sealed class NoteHandover(Database database, CurrentReader current, DaySnapshots snapshots, AuditLog audit, OfficeClock clock)
{
    private const int MostBoxes = 20_000;

    /// <summary>Null when noted (also where it was before), else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(DayAt day, HandoverFields form, CancellationToken cancel)
    {
        if (form.Id == Guid.Empty) return "SendAgain";
        if (day.DaysToGo is > DayChoice.BoxesBefore or < -DayChoice.BoxesAfter) return "NotTheseDays";
        if (!Enum.IsDefined(form.Leg)) return "LegNeeded";
        if (await PlacesAsync(day, form, cancel) is not var (from, to)) return "PlaceNeeded";
        if (form.Given is < 1 or > MostBoxes || form.Taken < 0 || form.Taken > form.Given || form.Seals < 0 || form.Seals > form.Taken) return "BoxesWrong";
        if (form.On is not { } on || DayTime.Minute(form.Hour) is not { } minute || DayTime.At(on, minute, clock) is var at && (at > clock.Now.AddMinutes(1) || Math.Abs(on.DayNumber - day.Day.DayNumber) > DayChoice.BoxesAfter)) return "WhenWrong";
        if (Name(form.GivenBy) is not { } givenBy || Name(form.TakenBy) is not { } takenBy) return "NamesNeeded";
        if (form.Note?.Trim().Length > VotingDayMapping.LongestNote) return "NoteLong";
        var reader = await current.GetSignedInAsync();
        var area = from.Length > to.Length ? from : to;
        if (DayChoice.OfficeOf(reader, VotingDayPermissions.NoteBoxes, [area]) is not { } office) return "PlaceNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<BoxHandover>().AnyAsync(h => h.Id == form.Id, cancel)) return null;
        if (form.Replaces is { } replaced && !await Seen(reader).AnyAsync(h => h.Id == replaced && h.ElectionId == day.Election.Id, cancel)) return "ReplacedUnknown";
        var (now, instant) = (clock.Now.ToUniversalTime(), DayTime.At(on, minute, clock).ToUniversalTime());
        database.Add(new BoxHandover
        {
            Id = form.Id, ElectionId = day.Election.Id, Leg = form.Leg, FromCode = from, ToCode = to, AreaCode = area, At = instant, BoxesGiven = form.Given, BoxesTaken = form.Taken, SealsIntact = form.Seals,
            Note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.ReplaceLineEndings(" ").Trim(), ReplacesId = form.Replaces, By = $"{reader.Name}, {office.Title}", AccountId = reader.AccountId!.Value, RecordedAt = now,
        });
        database.Add(new BoxHandoverNames { HandoverId = form.Id, GivenBy = givenBy, TakenBy = takenBy, At = instant });
        await audit.AddAsync("boxchain.note", form.Id.ToString(), area, string.Create(CultureInfo.InvariantCulture, $"{{\"leg\":{(int)form.Leg},\"given\":{form.Given},\"taken\":{form.Taken},\"seals\":{form.Seals}}}"), tell: VotingDayPermissions.Boxes);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The handovers that the reader sees, the latest first.</summary>
    public async Task<List<BoxHandover>> AllAsync(DayAt day, CancellationToken cancel) =>
        await Seen(await current.GetSignedInAsync()).AsNoTracking().Where(h => h.ElectionId == day.Election.Id).OrderByDescending(h => h.At).ThenByDescending(h => h.Id).ToListAsync(cancel);

    /// <summary>Names by handover, as far as they are kept still.</summary>
    public async Task<Dictionary<Guid, BoxHandoverNames>> NamesAsync(IReadOnlyCollection<Guid> handovers, CancellationToken cancel) =>
        await database.Set<BoxHandoverNames>().AsNoTracking().Where(n => handovers.Contains(n.HandoverId)).ToDictionaryAsync(n => n.HandoverId, cancel);

    private static IQueryable<BoxHandover> Seen(Database database, Reader reader) => reader.AreasOf(VotingDayPermissions.Boxes).Of(database.Set<BoxHandover>(), h => h.AreaCode);

    private IQueryable<BoxHandover> Seen(Reader reader) => Seen(database, reader);

    // From and to by the leg and its nearer place: a kecamatan for the first and the last, a village or one station between.
    private async Task<(string From, string To)?> PlacesAsync(DayAt day, HandoverFields form, CancellationToken cancel)
    {
        var ground = await snapshots.GroundAsync(database, day, cancel);
        var place = form.Place ?? "";
        var (isKecamatan, isVillage) = (AreaCode.IsKecamatan(place), AreaCode.IsVillage(place));
        if (!(isKecamatan || isVillage) || !ground.Stations.Any(s => AreaSet.IsWithin(s, place))) return null;
        return form.Leg switch
        {
            BoxLeg.StoreToPpk when isKecamatan => (day.Kabupaten, place),
            BoxLeg.PpkToPps when isVillage => (place[..8], place),
            BoxLeg.PpsToTps when isVillage => (place, place),
            BoxLeg.TpsToPpk when isVillage => (place, place[..8]),
            BoxLeg.PpkToKpu when isKecamatan => (place, day.Kabupaten),
            _ => null,
        };
    }

    private static string? Name(string? text) => Shell.PastedLines.Name(text) is { Length: > 0 and <= VotingDayMapping.LongestName } name ? name : null;
}

/// <summary>What somebody fills in of a handover.</summary>
public sealed class HandoverFields
{
    /// <summary>Made by the page: sent twice it is one.</summary>
    public Guid Id { get; set; }

    public BoxLeg Leg { get; set; }

    public string? Place { get; set; }

    public DateOnly? On { get; set; }

    public string? Hour { get; set; }

    public int Given { get; set; }

    public int Taken { get; set; }

    public int Seals { get; set; }

    public string? GivenBy { get; set; }

    public string? TakenBy { get; set; }

    public string? Note { get; set; }

    public Guid? Replaces { get; set; }
}
