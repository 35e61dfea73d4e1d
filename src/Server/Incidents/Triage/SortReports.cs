using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>Something open that a report may tell of too.</summary>
/// <param name="Incident">It; null where it is a report that waits as well.</param>
/// <param name="Report">The report that waits; null where it is an incident.</param>
/// <param name="Score">0 to 1.</param>
public sealed record Alike(Incident? Incident, IncidentReport? Report, double Score);

/// <summary>Triage: of each report somebody says whether it is a new incident, tells of a known one, or is none.</summary>
internal sealed class SortReports(Database database, CurrentReader current, AuditLog audit, OfficeClock clock, OpenReports open)
{
    private const int MostAlike = 5;

    /// <summary>What waits in the reader's areas, the oldest first.</summary>
    public async Task<IQueryable<IncidentReport>> WaitingAsync() =>
        IncidentScope.SortedAreas(await current.GetSignedInAsync()).Of(database.Set<IncidentReport>().AsNoTracking().Where(r => r.State == ReportState.New), r => r.AreaCode);

    /// <summary>What is open in the same kabupaten and alike, the most alike first: of an incident by the likest of its reports.</summary>
    public async Task<List<Alike>> AlikeAsync(IncidentReport report, CancellationToken cancel)
    {
        var (reader, likely) = (await current.GetSignedInAsync(), (await open.AlikeAsync(report, database, cancel)).ToDictionary(a => a.Id, a => a.Score));
        if (likely.Count == 0) return [];
        var ids = likely.Keys.ToList();
        // By their ids alone, and the reader's rights in memory: with both, SQLite goes through all that waits in his areas.
        var reports = await database.Set<IncidentReport>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        var waiting = reports.Where(r => r.State == ReportState.New && IncidentScope.SortedAreas(reader).Contains(r.AreaCode));
        var taken = reports.Where(r => r.State == ReportState.Taken).ToLookup(r => r.IncidentId!.Value, r => likely[r.Id]);
        var scores = new Dictionary<Guid, double>();
        var known = taken.Select(t => t.Key).ToList();
        foreach (var (id, into) in (await database.Set<Incident>().AsNoTracking().Where(i => known.Contains(i.Id)).Select(i => new { i.Id, i.MergedIntoId }).ToListAsync(cancel)).Select(i => (i.Id, i.MergedIntoId ?? i.Id)))
            scores[into] = Math.Max(scores.GetValueOrDefault(into), taken[id].Max());
        var still = scores.Keys.ToList();
        var incidents = (await database.Set<Incident>().AsNoTracking().Where(i => still.Contains(i.Id) && i.State != IncidentState.Closed && i.MergedIntoId == null).ToListAsync(cancel)).Where(i => IncidentScope.Sees(reader, i));
        return [.. incidents.Select(i => new Alike(i, null, scores[i.Id])).Concat(waiting.Select(r => new Alike(null, r, likely[r.Id]))).OrderByDescending(a => a.Score).Take(MostAlike)];
    }

    /// <summary>The kinds of a kabupaten that are offered; those to begin with where it has none yet.</summary>
    public async Task<List<IncidentKind>> KindsAsync(string kabupaten, CancellationToken cancel)
    {
        var kinds = await database.Set<IncidentKind>().AsNoTracking().Where(k => k.AreaCode == kabupaten && !k.Withdrawn).OrderBy(k => k.Id).ToListAsync(cancel);
        if (kinds.Count > 0 || await database.Set<IncidentKind>().AnyAsync(k => k.AreaCode == kabupaten, cancel)) return kinds;
        await using var transaction = await database.BeginWriteAsync(cancel);
        // Two who come first at once: the second finds what the first has added.
        if (!await database.Set<IncidentKind>().AnyAsync(k => k.AreaCode == kabupaten, cancel))
        {
            database.AddRange(IncidentKinds.For(kabupaten));
            await database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return await database.Set<IncidentKind>().AsNoTracking().Where(k => k.AreaCode == kabupaten && !k.Withdrawn).OrderBy(k => k.Id).ToListAsync(cancel);
    }

    /// <summary>A new incident, given to an agency. Its id, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> MakeAsync(MakeForm form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Title) || form.Title.Trim().Length > IncidentsMapping.LongestTitle) return (null, "TitleNeeded");
        if (form.Weight is { } given && !Enum.IsDefined(given)) return (null, "WeightNeeded");
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await TakeAsync(form.Report, cancel) is not { } taken) return (null, "AlreadySorted");
        var (report, office) = taken;
        var kabupaten = report.AreaCode[..5];
        if (await database.Set<IncidentKind>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == form.Kind && k.AreaCode == kabupaten && !k.Withdrawn, cancel) is not { } kind) return (null, "KindNeeded");
        // Whoever leaves them as they are takes what the kind says.
        var (agency, weight) = (form.Agency ?? kind.AgencyId, form.Weight ?? kind.Weight);
        if (!(await AnsweringAsync(database, kabupaten, cancel)).Any(a => a.Id == agency)) return (null, "AgencyNeeded");
        var (now, id) = (clock.Now.ToUniversalTime(), OrderedId.New());
        database.Add(new Incident
        {
            Id = id, Title = form.Title.Trim(), Where = report.Where, AreaCode = report.AreaCode, Latitude = report.Latitude, Longitude = report.Longitude, KindId = kind.Id, Weight = weight, State = IncidentState.Forwarded, StateAt = now,
            AgencyId = agency!.Value, AskerId = office.AgencyId, At = report.At, AnswerBy = now.AddMinutes(kind.AnswerMinutes), SolveBy = now.AddMinutes(kind.SolveMinutes),
        });
        database.Add(await StepAsync(id, StepKind.Made, IncidentState.Forwarded, office, null));
        await SortAsync(report, ReportState.Taken, id, null, office);
        await audit.AddAsync("incidents.make", id.ToString(), report.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (id, null);
    }

    /// <summary>Tells of an incident that is known: an independent source of it. Null when kept.</summary>
    public async Task<string?> AttachAsync(Guid report, Guid incident, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await TakeAsync(report, cancel) is not { } taken) return "AlreadySorted";
        var reader = await current.GetSignedInAsync();
        // Whoever takes it back meanwhile waits, and finds that more tells of it; or it is gone already.
        await database.Set<Incident>().Where(i => i.Id == incident).HoldAsync(cancel);
        if (await IncidentScope.Incidents(database, reader).SingleOrDefaultAsync(i => i.Id == incident && i.MergedIntoId == null, cancel) is not { } known || known.AreaCode[..5] != taken.Report.AreaCode[..5]) return "UnknownIncident";
        if (taken.Report.At < known.At) known.At = taken.Report.At;
        database.Add(await StepAsync(incident, StepKind.ReportAdded, known.State, taken.Office, null));
        await SortAsync(taken.Report, ReportState.Taken, incident, null, taken.Office);
        await audit.AddAsync("incidents.attach", incident.ToString(), known.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>
    /// Takes a report out of an incident again: it waits to be sorted once more. An incident that was made of it alone, and that
    /// nobody has touched since, goes with that: the log keeps both. Null when kept.
    /// </summary>
    public async Task<string?> PartAsync(Guid report, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<Incident>().Where(i => database.Set<IncidentReport>().Any(r => r.Id == report && r.IncidentId == i.Id)).HoldAsync(cancel);
        if (await database.Set<IncidentReport>().SingleOrDefaultAsync(r => r.Id == report && r.State == ReportState.Taken, cancel) is not { IncidentId: { } from } taken) return "AlreadySorted";
        var reader = await current.GetSignedInAsync();
        // Unknown and not yours answer alike.
        if (IncidentScope.SorterOf(reader, taken.AreaCode) is not { } office) return "AlreadySorted";
        var incident = await database.Set<Incident>().Include(i => i.Steps).SingleAsync(i => i.Id == from, cancel);
        var last = !await database.Set<IncidentReport>().AnyAsync(r => r.IncidentId == from && r.Id != report, cancel);
        // One that nothing tells of any more would stand there without a source.
        if (last && !await IsUntouchedAsync(incident, cancel)) return "LastReport";
        (taken.State, taken.IncidentId, taken.SortedBy, taken.SortedAt) = (ReportState.New, null, null, null);
        if (last) database.Remove(incident);
        else database.Add(await StepAsync(from, StepKind.ReportParted, incident.State, office, Shortened(taken.What)));
        await audit.AddAsync(last ? "incidents.unmake" : "incidents.part-report", from.ToString(), incident.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes back what was just done with a report: it waits again.</summary>
    public async Task<string?> UndoAsync(Guid report, CancellationToken cancel)
    {
        if (await database.Set<IncidentReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == report, cancel) is not { } sorted) return "AlreadySorted";
        if (sorted.State == ReportState.Taken) return await PartAsync(report, cancel);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var reader = await current.GetSignedInAsync();
        if (await database.Set<IncidentReport>().SingleOrDefaultAsync(r => r.Id == report && r.State == ReportState.SetAside, cancel) is not { } aside || IncidentScope.SorterOf(reader, aside.AreaCode) is null) return "AlreadySorted";
        (aside.State, aside.Reason, aside.SortedBy, aside.SortedAt) = (ReportState.New, null, null, null);
        await audit.AddAsync("incidents.return", report.ToString(), aside.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>No disturbance, or told elsewhere, with the reason. Null when kept.</summary>
    public async Task<string?> SetAsideAsync(Guid report, string? reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > IncidentsMapping.LongestNote) return "ReasonNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await TakeAsync(report, cancel) is not { } taken) return "AlreadySorted";
        await SortAsync(taken.Report, ReportState.SetAside, null, reason.Trim(), taken.Office);
        await audit.AddAsync("incidents.set-aside", report.ToString(), taken.Report.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Agencies of a kabupaten that answer, by name: those that write here, without villages' own.</summary>
    public static async Task<List<ListedAgency>> AnsweringAsync(Database database, string kabupaten, CancellationToken cancel) =>
        [.. (await AgencyQueries.AmongAsync(database, AreaSet.Of(kabupaten), cancel)).Where(a => a.Roles.Any(r => r != OfficeRole.VillageHead && AccessMatrix.Default.Allows(r, Permission.Parse(IncidentsPermissions.Write))))];

    /// <summary>Whether nothing was done about an incident but to make it: as long as that is so, it can be taken back. Asked with its steps.</summary>
    public async Task<bool> IsUntouchedAsync(Incident incident, CancellationToken cancel) =>
        incident is { State: IncidentState.Forwarded, MergedIntoId: null, Steps: [{ Kind: StepKind.Made }] } && !await database.Set<Incident>().AnyAsync(i => i.MergedIntoId == incident.Id, cancel);

    private static string Shortened(string text) => text.Length <= 200 ? text : $"{text[..199]}…";

    // In a transaction: of two who sort one report the second finds it sorted.
    private async Task<(IncidentReport Report, HeldOffice Office)?> TakeAsync(Guid id, CancellationToken cancel)
    {
        if (await database.Set<IncidentReport>().Where(r => r.Id == id && r.State == ReportState.New).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, r => r.State), cancel) == 0) return null;
        var report = await database.Set<IncidentReport>().SingleOrDefaultAsync(r => r.Id == id && r.State == ReportState.New, cancel);
        return report is not null && IncidentScope.SorterOf(await current.GetSignedInAsync(), report.AreaCode) is { } office ? (report, office) : null;
    }

    private async Task SortAsync(IncidentReport report, ReportState state, Guid? incident, string? reason, HeldOffice office)
    {
        var reader = await current.GetSignedInAsync();
        (report.State, report.IncidentId, report.Reason, report.SortedBy, report.SortedAt) = (state, incident, reason, $"{reader.Name}, {office.Title}", clock.Now.ToUniversalTime());
    }

    private async Task<IncidentStep> StepAsync(Guid incident, StepKind kind, IncidentState state, HeldOffice office, string? note)
    {
        var reader = await current.GetSignedInAsync();
        return new() { IncidentId = incident, Kind = kind, State = state, At = clock.Now.ToUniversalTime(), AccountId = reader.AccountId!.Value, PersonId = reader.PersonId, AgencyId = office.AgencyId, By = $"{reader.Name}, {office.Title}", Note = note };
    }

    public sealed class MakeForm
    {
        public Guid Report { get; set; }

        public string? Title { get; set; }

        public Guid Kind { get; set; }

        /// <summary>Null takes that of the kind.</summary>
        public IncidentWeight? Weight { get; set; }

        /// <summary>Null takes that of the kind.</summary>
        public Guid? Agency { get; set; }
    }
}
