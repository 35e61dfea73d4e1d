using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>
/// Says in the history of an incident that its clock has run out, so that the Desk and the Polres have it before them. The
/// clock raises nothing: weight and state stay as a person set them.
/// </summary>
internal sealed class EscalateLate(IServiceScopeFactory scopes, OfficeClock clock, ILogger<EscalateLate> log) : RepeatedWork(scopes, TimeSpan.FromSeconds(30), log)
{
    /// <summary>How many ran out. Within the caller's transaction, and saves.</summary>
    public static async Task<int> MarkAsync(Database database, DateTimeOffset at, CancellationToken cancel)
    {
        var now = at.ToUniversalTime();
        var late = await database.Set<Incident>().Where(i => i.EscalatedAt == null && i.MergedIntoId == null
            && ((i.State == IncidentState.Forwarded && i.AnswerBy < now) || (i.State < IncidentState.Answered && i.SolveBy < now))).ToListAsync(cancel);
        foreach (var incident in late)
        {
            incident.EscalatedAt = now;
            database.Add(new IncidentStep { IncidentId = incident.Id, Kind = StepKind.Escalated, State = incident.State, At = now, AccountId = Guid.Empty, AgencyId = incident.AskerId, By = "–" });
            database.Announce(IncidentsPermissions.Read, incident.Id.ToString(), incident.AreaCode, now);
        }

        await database.SaveChangesAsync(cancel);
        return late.Count;
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => MarkAsync(database, clock.Now, cancel);
}
