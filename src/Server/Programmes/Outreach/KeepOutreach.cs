using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>Plans an event, says that it was held and whom it reached, shows it, or calls it off: the agency that holds it alone.</summary>
internal sealed class KeepOutreach(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>A new event, or one that is still planned, as it is filled in: its id, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> PlanAsync(Guid? id, OutreachFields form, CancellationToken cancel)
    {
        if (!Enum.IsDefined(form.Kind) || !Enum.IsDefined(form.Topic)) return (null, "TopicNeeded");
        if (string.IsNullOrWhiteSpace(form.Title) || form.Title.Trim().Length > OutreachMapping.LongestTitle) return (null, "TitleNeeded");
        if (string.IsNullOrWhiteSpace(form.Place) || form.Place.Trim().Length > OutreachMapping.LongestTitle) return (null, "PlaceNeeded");
        if (!string.IsNullOrEmpty(form.RuleKey) && RuleCard.Find(form.RuleKey) is null) return (null, "CardGone");
        if (form.Day is not { } day || Math.Abs(day.DayNumber - clock.Today.DayNumber) > 366) return (null, "DayNeeded");
        var audiences = (form.Audiences ?? []).Where(a => Enum.IsDefined(a)).ToHashSet();
        if (audiences.Count == 0) return (null, "AudienceNeeded");
        var area = form.AreaCode?.Trim() ?? "";
        var reader = await current.GetSignedInAsync();
        if (OutreachScope.OrganiserOf(reader, area) is not { } office || (await AreaQueries.NamesAsync(database, [area], cancel)).Count == 0) return (null, "AreaNeeded");
        await using var transaction = await database.BeginWriteAsync(cancel);
        OutreachEvent? planned;
        if (id is null)
        {
            planned = new OutreachEvent
            {
                Id = OrderedId.New(), Kind = form.Kind, Topic = form.Topic, Title = form.Title.Trim(), Day = day, Place = form.Place.Trim(), AreaCode = area, AgencyId = office.AgencyId,
                By = $"{reader.Name}, {office.Title}", At = clock.Now.ToUniversalTime(),
            };
            database.Add(planned);
        }
        else if ((planned = await FindAsync(id.Value, OutreachState.Planned, cancel)) is null) return (null, "NotPlanned");
        (planned.Kind, planned.Topic, planned.Title, planned.RuleKey) = (form.Kind, form.Topic, form.Title.Trim(), string.IsNullOrEmpty(form.RuleKey) ? null : form.RuleKey);
        (planned.Day, planned.Place, planned.AreaCode) = (day, form.Place.Trim(), area);
        database.RemoveRange(planned.Attendance.Where(a => !audiences.Contains(a.Audience)));
        foreach (var audience in audiences.Where(a => !planned.Attendance.Exists(x => x.Audience == a))) database.Add(new OutreachAttendance { EventId = planned.Id, Audience = audience });
        await DoneAsync(id is null ? "outreach.plan" : "outreach.change", planned, transaction, cancel);
        return (planned.Id, null);
    }

    /// <summary>It was held: how many of each class came, and of which villages and agencies. Said again it replaces what was said.</summary>
    /// <param name="id">The event.</param>
    /// <param name="counts">By class.</param>
    /// <param name="units">By code of the village or id of the agency; only those that were reached.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Null when kept, else the key of the text that says what is wrong.</returns>
    public async Task<string?> HoldAsync(Guid id, IReadOnlyDictionary<OutreachAudience, int> counts, IReadOnlyDictionary<string, int> units, CancellationToken cancel)
    {
        if (counts.Values.Any(n => n is < 0 or > OutreachMapping.MostAttended) || units.Values.Any(n => n is < 1 or > OutreachMapping.MostAttended) || counts.Values.Sum() == 0) return "CountsNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(id, OutreachState.Cancelled, cancel, not: true) is not { } held) return "NotPlanned";
        if (held.Day > clock.Today) return "NotYetDay";
        if (counts.Keys.Any(a => !held.Attendance.Exists(x => x.Audience == a))) return "AudienceNeeded";
        var villages = (await OutreachScope.VillagesAsync(database, held.AreaCode, cancel)).Select(v => v.Code).ToHashSet(StringComparer.Ordinal);
        var agencies = (await OutreachScope.AgenciesAsync(database, AreaSet.Of(held.AreaCode), cancel)).ToDictionary(a => a.Id.ToString(), a => a.Id, StringComparer.Ordinal);
        if (units.Keys.Any(u => !villages.Contains(u) && !agencies.ContainsKey(u))) return "UnitUnknown";
        var civil = counts.GetValueOrDefault(OutreachAudience.CivilServants);
        if (units.Where(u => agencies.ContainsKey(u.Key)).Sum(u => u.Value) > civil || units.Where(u => villages.Contains(u.Key)).Sum(u => u.Value) > counts.Values.Sum() - civil) return "UnitsMore";
        foreach (var attendance in held.Attendance) attendance.Attended = counts.GetValueOrDefault(attendance.Audience);
        database.RemoveRange(held.Reached);
        database.AddRange(units.Select(u => new OutreachReach
        {
            Id = OrderedId.New(), EventId = id, VillageCode = villages.Contains(u.Key) ? u.Key : null, AgencyId = agencies.TryGetValue(u.Key, out var agency) ? agency : null, Attended = u.Value,
        }));
        held.State = OutreachState.Held;
        await DoneAsync("outreach.hold", held, transaction, cancel, string.Create(CultureInfo.InvariantCulture, $"{{\"attended\":{counts.Values.Sum()},\"units\":{units.Count}}}"));
        return null;
    }

    /// <summary>A photo or a PDF of what was held. Null when kept, else the key of the text that says what is wrong: of this room or of <see cref="FileStore.Problems"/>.</summary>
    public async Task<string?> ShowAsync(Guid id, IFormFile? file, string? note, CancellationToken cancel)
    {
        if (note?.Trim().Length > OutreachMapping.LongestTitle) return "NoteLong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(id, OutreachState.Held, cancel) is not { } held) return "NotHeld";
        if (held.Evidence.Count >= OutreachMapping.MostEvidence) return "EvidenceMany";
        var (kept, problem) = await FileStore.TakeAsync(database, file, FileKinds.Scan, clock.Now.ToUniversalTime(), cancel);
        if (kept is null) return problem;
        var reader = await current.GetSignedInAsync();
        database.Add(new OutreachEvidence
        {
            Id = OrderedId.New(), EventId = id, FileId = kept.Id, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(), By = $"{reader.Name}, {OutreachScope.OwnerOf(reader, held)!.Title}", At = clock.Now.ToUniversalTime(),
        });
        await DoneAsync("outreach.evidence", held, transaction, cancel);
        return null;
    }

    /// <summary>It does not take place. Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> CancelAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(id, OutreachState.Planned, cancel) is not { } planned) return "NotPlanned";
        planned.State = OutreachState.Cancelled;
        await DoneAsync("outreach.cancel", planned, transaction, cancel);
        return null;
    }

    // An event of the reader's agency in this state, or in any but this.
    private async Task<OutreachEvent?> FindAsync(Guid id, OutreachState state, CancellationToken cancel, bool not = false)
    {
        var reader = await current.GetSignedInAsync();
        var found = await OutreachScope.Of(database, reader).Include(e => e.Attendance).Include(e => e.Reached).Include(e => e.Evidence).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, cancel);
        return found is not null && (found.State == state) != not && OutreachScope.OwnerOf(reader, found) is not null ? found : null;
    }

    private async Task DoneAsync(string action, OutreachEvent of, WriteTransaction transaction, CancellationToken cancel, string? details = null)
    {
        var reader = await current.GetSignedInAsync();
        (of.By, of.At) = ($"{reader.Name}, {(OutreachScope.OwnerOf(reader, of) ?? reader.Offices[0]).Title}", clock.Now.ToUniversalTime());
        await audit.AddAsync(action, of.Id.ToString(), of.AreaCode, details, tell: ProgrammesPermissions.ReadOutreach);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>What somebody fills in of an event.</summary>
public sealed class OutreachFields
{
    public OutreachKind Kind { get; set; } = OutreachKind.Outreach;

    public OutreachTopic Topic { get; set; } = OutreachTopic.Neutrality;

    public string? Title { get; set; }

    public string? RuleKey { get; set; }

    public DateOnly? Day { get; set; }

    public string? Place { get; set; }

    public string? AreaCode { get; set; }

    public OutreachAudience[]? Audiences { get; set; }
}
