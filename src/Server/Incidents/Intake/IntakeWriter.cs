using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>A report with who sent it, for the log; nobody for a citizen's.</summary>
internal sealed record PendingReport(IncidentReport Report, Guid? Account, Guid? Office);

/// <summary>Takes reports in: on a voting day thousands come within minutes, and each is acknowledged once it is on the disk.</summary>
internal sealed class IntakeWriter(IServiceScopeFactory scopes, Numbering numbering, ILogger<IntakeWriter> log) : GroupCommit<PendingReport>(scopes, log)
{
    // Where this node numbers events, in the same commit; else their numbers come a moment later.
    protected override Task<bool[]> CommitAsync(IReadOnlyList<PendingReport> items, CancellationToken cancel)
    {
        bool[] added = [];
        return numbering.TryWrite(
            (database, asked) =>
            {
                (added, var answer) = Keep(database, items, asked with { Count = items.Count });
                var (events, entries) = Of(items, added);
                return new(events, entries, answer);
            },
            cancel) ? Task.FromResult(added) : base.CommitAsync(items, cancel);
    }

    protected override Task<bool[]> WriteAsync(Database database, IReadOnlyList<PendingReport> items, CancellationToken cancel)
    {
        var (added, answer) = Keep(database, items, AuditLog.Ids(items.Count));
        var (events, entries) = Of(items, added);
        database.Announce(events);
        AuditLog.Write(database, entries, answer.Keys);
        return Task.FromResult(added);
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
    private static (bool[] Added, Answered Answer) Keep(Database database, IReadOnlyList<PendingReport> items, Asked asked)
    {
        var (added, answer) = Add(database, [.. items.Select(i => i.Report).DistinctBy(r => r.Id)], asked);
        var kept = added.ToHashSet();
        return ([.. items.Select(i => kept.Remove(i.Report.Id))], answer);
    }

    private static (List<Guid> Added, Answered Answer) Add(Database database, IReadOnlyList<IncidentReport> reports, Asked asked) => ManyRows.AddNew<Guid>(
        database,
        new(
            nameof(IncidentReport),
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
            new(nameof(IncidentReport.State), reports.Select(r => (short)r.State).ToArray())),
        nameof(IncidentReport.Id), asked);
}
