using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>A report with who sent it, for the log; nobody for a citizen's.</summary>
internal sealed record PendingReport(IncidentReport Report, Guid? Account, Guid? Office);

/// <summary>Takes reports in: on a voting day thousands come within minutes, and each is acknowledged once it is on the disk.</summary>
internal sealed class IntakeWriter(IServiceScopeFactory scopes, Numbering numbering) : GroupCommit<PendingReport>(scopes)
{
    // Where this node numbers events, in the same commit; else their numbers come a moment later.
    protected override async Task<bool[]> CommitAsync(IReadOnlyList<PendingReport> items, CancellationToken cancel)
    {
        bool[] added = [];
        return await numbering.TryWriteAsync(
            async database =>
            {
                added = await KeepAsync(database, items, cancel);
                return Of(items, added);
            },
            cancel) ? added : await base.CommitAsync(items, cancel);
    }

    protected override async Task<bool[]> WriteAsync(Database database, IReadOnlyList<PendingReport> items, CancellationToken cancel)
    {
        var added = await KeepAsync(database, items, cancel);
        var (events, entries) = Of(items, added);
        await database.AnnounceAsync(events, cancel);
        await AuditLog.WriteAsync(database, entries, cancel);
        return added;
    }

    // What is told and logged of those that are new.
    private static (IReadOnlyList<PendingEvent> Events, IReadOnlyList<AuditEntry> Entries) Of(IReadOnlyList<PendingReport> items, bool[] added)
    {
        PendingReport[] fresh = [.. items.Where((_, i) => added[i])];
        return (
            [.. fresh.Select(i => new PendingEvent { At = i.Report.At, Permission = IncidentsPermissions.Read, AreaCode = i.Report.AreaCode, Subject = i.Report.Id.ToString() })],
            [.. fresh.Select(i => new AuditEntry { At = i.Report.At, AccountId = i.Account, OfficeId = i.Office, Action = "incidents.report", Subject = i.Report.Id.ToString(), AreaCode = i.Report.AreaCode })]);
    }

    // Sent twice it is one, within the batch too.
    private static async Task<bool[]> KeepAsync(Database database, IReadOnlyList<PendingReport> items, CancellationToken cancel)
    {
        var kept = (await AddAsync(database, [.. items.Select(i => i.Report).DistinctBy(r => r.Id)], cancel)).ToHashSet();
        return [.. items.Select(i => kept.Remove(i.Report.Id))];
    }

    private static Task<List<Guid>> AddAsync(Database database, IReadOnlyList<IncidentReport> reports, CancellationToken cancel) =>
        ManyRows.AddAsync<Guid>(
            database, nameof(IncidentReport), nameof(IncidentReport.Id), unlessKnown: true,
            [
                new(nameof(IncidentReport.Id), reports.Select(r => r.Id).ToArray()),
                new(nameof(IncidentReport.Channel), reports.Select(r => (short)r.Channel).ToArray()),
                new(nameof(IncidentReport.Via), reports.Select(r => (short)r.Via).ToArray()),
                new(nameof(IncidentReport.Standing), reports.Select(r => (short)r.Standing).ToArray()),
                new(nameof(IncidentReport.What), reports.Select(r => r.What).ToArray()),
                new(nameof(IncidentReport.Where), reports.Select(r => r.Where).ToArray()),
                new(nameof(IncidentReport.AreaCode), reports.Select(r => r.AreaCode).ToArray()),
                new(nameof(IncidentReport.Latitude), reports.Select(r => r.Latitude).ToArray()),
                new(nameof(IncidentReport.Longitude), reports.Select(r => r.Longitude).ToArray()),
                new(nameof(IncidentReport.AgencyId), reports.Select(r => r.AgencyId).ToArray()),
                new(nameof(IncidentReport.By), reports.Select(r => r.By).ToArray()),
                new(nameof(IncidentReport.CodeDigest), reports.Select(r => r.CodeDigest).ToArray()),
                new(nameof(IncidentReport.At), reports.Select(r => r.At.UtcTicks).ToArray()),
                new(nameof(IncidentReport.Urgent), reports.Select(r => r.Urgent).ToArray()),
                new(nameof(IncidentReport.SealedContact), reports.Select(r => r.SealedContact).ToArray()),
                new(nameof(IncidentReport.ContactUntil), reports.Select(r => r.ContactUntil?.UtcTicks).ToArray()),
                new(nameof(IncidentReport.State), reports.Select(r => (short)r.State).ToArray()),
            ],
            cancel);
}
