using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents.Triage;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>What somebody may do with an incident.</summary>
public enum IncidentMove : byte
{
    /// <summary>Diterima.</summary>
    Accept = 1,

    /// <summary>Menuju lokasi.</summary>
    SetOut = 2,

    /// <summary>Di tempat.</summary>
    Arrive = 3,

    /// <summary>Selesai, with the result.</summary>
    Answer = 4,

    /// <summary>Tuntas, dicek oleh.</summary>
    Close = 5,

    /// <summary>To another agency, with the reason.</summary>
    Forward = 6,

    /// <summary>Minta dukungan.</summary>
    AskSupport = 7,
    Reopen = 8,

    /// <summary>Dicek, benar.</summary>
    Confirm = 9,

    /// <summary>Dicek, tidak benar: it is at its end.</summary>
    Refute = 10,

    /// <summary>How many people there are: by the police alone.</summary>
    DeclareCrowd = 11,

    /// <summary>Ubah bobot, with the reason.</summary>
    Weigh = 12,

    /// <summary>PG, AG or GN, with the reason: by the police alone.</summary>
    Stage = 13,
}

/// <summary>Answers an incident: who was asked says how far it is; whether it is at its end says somebody of another agency.</summary>
internal sealed class MoveIncident(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    private const int MostPeople = 1_000_000;
    private static readonly ImmutableArray<IncidentMove> Answering = [IncidentMove.Accept, IncidentMove.SetOut, IncidentMove.Arrive, IncidentMove.Answer];

    /// <summary>What the reader may do with it now, the likeliest first.</summary>
    public static ImmutableArray<IncidentMove> MovesOf(Reader reader, Incident incident, IReadOnlyCollection<IncidentStep> steps)
    {
        if (incident.MergedIntoId is not null) return [];
        var (answers, sorts) = (IncidentScope.OfficeOf(reader, incident.AgencyId) is not null, SorterOf(reader, incident) is not null);
        var moves = ImmutableArray.CreateBuilder<IncidentMove>();
        if (answers && incident.State < IncidentState.Answered) moves.AddRange(Answering.Where(m => (int)m >= (int)incident.State));
        if (sorts && incident.State == IncidentState.Answered && !DidIt(reader, incident, steps)) moves.Add(IncidentMove.Close);
        if (answers && incident.State < IncidentState.Answered) moves.Add(IncidentMove.AskSupport);
        if ((sorts || answers) && incident.State < IncidentState.Answered) moves.Add(IncidentMove.Forward);
        if ((sorts || answers) && incident is { Verification: IncidentVerification.Unchecked, IsOpen: true }) moves.AddRange(IncidentMove.Confirm, IncidentMove.Refute);
        if (incident.IsOpen && PoliceOf(reader, incident) is not null) moves.AddRange(IncidentMove.DeclareCrowd, IncidentMove.Stage);
        if (sorts && incident.IsOpen) moves.Add(IncidentMove.Weigh);
        if (sorts && incident.State is IncidentState.Answered or IncidentState.Closed) moves.Add(IncidentMove.Reopen);
        return moves.ToImmutable();
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Guid id, Form form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (form.Note?.Trim().Length > IncidentsMapping.LongestNote) return "NoteLong";
        var note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim();
        if (note is null && form.Move is IncidentMove.Answer) return "ResultNeeded";
        if (note is null && form.Move is IncidentMove.Close) return "CheckNeeded";
        if (note is null && form.Move is IncidentMove.Forward or IncidentMove.Reopen or IncidentMove.AskSupport or IncidentMove.Weigh or IncidentMove.Stage) return "ReasonNeeded";
        if (note is null && form.Move is IncidentMove.Confirm or IncidentMove.Refute) return "CheckNeeded";
        if (form.Move == IncidentMove.DeclareCrowd && form.Crowd is not (>= 0 and <= MostPeople)) return "CrowdNeeded";
        if (form.Move == IncidentMove.Weigh && (form.Weight is not { } given || !Enum.IsDefined(given))) return "WeightNeeded";
        if (form.Move == IncidentMove.Stage && (form.Stage is not { } said || !Enum.IsDefined(said))) return "StageNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<Incident>().Where(i => i.Id == id).HoldAsync(cancel);
        if (await IncidentScope.Incidents(database, reader).Include(i => i.Steps).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } incident || !MovesOf(reader, incident, incident.Steps).Contains(form.Move)) return "NotNow";
        var office = (form.Move switch
        {
            IncidentMove.Close or IncidentMove.Reopen or IncidentMove.Weigh => SorterOf(reader, incident),
            // What the police alone say bears the office of the police, whatever else he holds.
            IncidentMove.DeclareCrowd or IncidentMove.Stage => PoliceOf(reader, incident),
            _ => IncidentScope.OfficeOf(reader, incident.AgencyId) ?? SorterOf(reader, incident),
        })!;
        var now = clock.Now.ToUniversalTime();
        var kind = await database.Set<IncidentKind>().AsNoTracking().SingleAsync(k => k.Id == incident.KindId, cancel);
        var step = StepKind.Moved;
        switch (form.Move)
        {
            case IncidentMove.Answer: (incident.Result, incident.State) = (note, IncidentState.Answered); break;
            case IncidentMove.Close: incident.State = IncidentState.Closed; break;
            case IncidentMove.Reopen:
                (incident.State, incident.SolveBy, incident.EscalatedAt, step) = (IncidentState.Accepted, now.AddMinutes(kind.SolveMinutes), null, StepKind.Reopened);
                if (incident.Verification == IncidentVerification.Unfounded) incident.Verification = IncidentVerification.Unchecked;
                break;
            case IncidentMove.Confirm: (incident.Verification, step) = (IncidentVerification.Confirmed, StepKind.Confirmed); break;
            case IncidentMove.Refute: (incident.Verification, incident.State, incident.Result, step) = (IncidentVerification.Unfounded, IncidentState.Closed, note, StepKind.Refuted); break;
            case IncidentMove.DeclareCrowd: (step, note) = (StepKind.CrowdDeclared, string.Create(CultureInfo.GetCultureInfo("id-ID"), $"± {form.Crowd:N0} orang{(note is null ? "" : $"; {note}")}")); break;
            case IncidentMove.Weigh when form.Weight == incident.Weight: return "WeightNeeded";
            case IncidentMove.Weigh: (incident.Weight, step, note) = (form.Weight!.Value, StepKind.Weighed, $"{NameOf(form.Weight.Value)}: {note}"); break;
            case IncidentMove.Stage when form.Stage == incident.Stage: return "StageNeeded";
            case IncidentMove.Stage: (incident.Stage, step, note) = (form.Stage, StepKind.Staged, $"{NameOf(form.Stage!.Value)}: {note}"); break;
            case IncidentMove.AskSupport:
                if (await NameAsync(form.Agency, incident, cancel) is not { } asked) return "AgencyNeeded";
                (step, note) = (StepKind.SupportAsked, $"{asked}: {note}");
                break;
            case IncidentMove.Forward:
                if (form.Agency == incident.AgencyId || await NameAsync(form.Agency, incident, cancel) is not { } to) return "AgencyNeeded";
                (incident.AgencyId, incident.State, incident.AnswerBy, step, note) = (form.Agency, IncidentState.Forwarded, now.AddMinutes(kind.AnswerMinutes), StepKind.Forwarded, $"{to}: {note}");
                incident.EscalatedAt = null;
                break;
            default: incident.State = (IncidentState)(form.Move + 1); break;
        }

        if (step is StepKind.Moved or StepKind.Forwarded or StepKind.Reopened or StepKind.Refuted) incident.StateAt = now;
        database.Add(new IncidentStep { IncidentId = id, Kind = step, State = incident.State, At = now, AccountId = reader.AccountId!.Value, PersonId = reader.PersonId, AgencyId = office.AgencyId, By = $"{reader.Name}, {office.Title}", Note = note });
        await audit.AddAsync($"incidents.{form.Move.ToString().ToLowerInvariant()}", id.ToString(), incident.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    // As the field calls them, in either language.
    private static string NameOf(IncidentWeight weight) => weight switch { IncidentWeight.Notable => "Menonjol", IncidentWeight.Attention => "Atensi", _ => "Biasa" };

    private static string NameOf(DisturbanceStage stage) => stage switch { DisturbanceStage.Potential => "PG", DisturbanceStage.Threshold => "AG", _ => "GN" };

    private static HeldOffice? PoliceOf(Reader reader, Incident incident) => reader.Offices.FirstOrDefault(o => o.Role == OfficeRole.Polri && o.Areas.Contains(incident.AreaCode));

    // Whoever answered it does not check it: neither his agency, nor he by another office or account.
    private static bool DidIt(Reader reader, Incident incident, IReadOnlyCollection<IncidentStep> steps) =>
        IncidentScope.OfficeOf(reader, incident.AgencyId) is not null
        || steps.Any(s => s.Kind == StepKind.Moved && s.State is > IncidentState.Forwarded and <= IncidentState.Answered && (s.AccountId == reader.AccountId || (s.PersonId is { } person && person == reader.PersonId)));

    private static HeldOffice? SorterOf(Reader reader, Incident incident) => IncidentScope.SorterOf(reader, incident.AreaCode) ?? IncidentScope.OfficeOf(reader, incident.AskerId);

    private async Task<string?> NameAsync(Guid agency, Incident incident, CancellationToken cancel) =>
        (await SortReports.AnsweringAsync(database, incident.AreaCode[..5], cancel)).Find(a => a.Id == agency)?.Name;

    public sealed class Form
    {
        public IncidentMove Move { get; set; }

        public string? Note { get; set; }

        public Guid Agency { get; set; }

        public IncidentWeight? Weight { get; set; }

        public DisturbanceStage? Stage { get; set; }

        /// <summary>People who are there, as the officer reckons.</summary>
        public int? Crowd { get; set; }
    }
}
