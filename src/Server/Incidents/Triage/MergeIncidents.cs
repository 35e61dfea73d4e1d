using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>Two incidents that turn out to be one: both histories stay whole, and they can be taken apart again.</summary>
internal sealed class MergeIncidents(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Null when merged, else the key of the text that says what is wrong.</summary>
    public async Task<string?> MergeAsync(Guid id, Guid into, CancellationToken cancel)
    {
        if (id == into) return "MergeSelf";
        await using var transaction = await database.BeginWriteAsync(cancel);
        await HoldAsync([id, into], cancel);
        if (await FindAsync(id, cancel) is not { } one || await FindAsync(into, cancel) is not { } other) return "UnknownIncident";
        if (one.AreaCode[..5] != other.AreaCode[..5] || one.MergedIntoId is not null || other.MergedIntoId is not null || await database.Set<Incident>().AnyAsync(i => i.MergedIntoId == id, cancel)) return "MergeTwice";
        one.MergedIntoId = into;
        if (one.At < other.At) other.At = one.At;
        return await KeepAsync(transaction, StepKind.Merged, one, other, cancel);
    }

    /// <summary>Null when it stands by itself again, else the key of the text that says what is wrong.</summary>
    public async Task<string?> PartAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        await HoldAsync([id], cancel);
        if (await FindAsync(id, cancel) is not { MergedIntoId: { } into } one || await FindAsync(into, cancel) is not { } other) return "UnknownIncident";
        one.MergedIntoId = null;
        return await KeepAsync(transaction, StepKind.Parted, one, other, cancel);
    }

    // In the order of their ids, so that two who merge them crosswise do not wait for each other.
    private async Task HoldAsync(Guid[] ids, CancellationToken cancel)
    {
        foreach (var id in ids.Order()) await database.Set<Incident>().Where(i => i.Id == id).HoldAsync(cancel);
    }

    // One that the reader sorts; null where he does not.
    private async Task<Incident?> FindAsync(Guid id, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        return await IncidentScope.Incidents(database, reader).SingleOrDefaultAsync(i => i.Id == id, cancel) is { } incident && IncidentScope.SorterOf(reader, incident.AreaCode) is not null ? incident : null;
    }

    private async Task<string?> KeepAsync(WriteTransaction transaction, StepKind kind, Incident one, Incident other, CancellationToken cancel)
    {
        var (reader, now) = (await current.GetSignedInAsync(), clock.Now.ToUniversalTime());
        foreach (var (incident, beside) in ((Incident, Incident)[])[(one, other), (other, one)])
        {
            var office = IncidentScope.SorterOf(reader, incident.AreaCode)!;
            database.Add(new IncidentStep { IncidentId = incident.Id, Kind = kind, State = incident.State, At = now, AccountId = reader.AccountId!.Value, PersonId = reader.PersonId, AgencyId = office.AgencyId, By = $"{reader.Name}, {office.Title}", Note = beside.Title });
        }

        await audit.AddAsync(kind == StepKind.Merged ? "incidents.merge" : "incidents.part", one.Id.ToString(), one.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
