using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>A report with who sent it, for the log; nobody for a citizen's.</summary>
internal sealed record PendingReport(IncidentReport Report, Guid? Account, Guid? Office);

/// <summary>Takes reports in: on a voting day thousands come within minutes, and each is acknowledged once it is on the disk.</summary>
internal sealed class IntakeWriter(IServiceScopeFactory scopes) : GroupCommit<PendingReport>(scopes)
{
    protected override async Task<bool[]> WriteAsync(Database database, IReadOnlyList<PendingReport> items, CancellationToken cancel)
    {
        var ids = items.Select(i => i.Report.Id).Distinct().ToList();
        // Sent twice it is one, within the batch too.
        var known = (await database.Set<IncidentReport>().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancel)).ToHashSet();
        var added = new bool[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            var (report, account, office) = items[i];
            if (!known.Add(report.Id)) continue;
            added[i] = true;
            database.Add(report);
            database.Announce(IncidentsPermissions.Read, report.Id.ToString(), report.AreaCode, report.At);
            var entry = new AuditEntry { At = report.At, AccountId = account, OfficeId = office, Action = "incidents.report", Subject = report.Id.ToString(), AreaCode = report.AreaCode };
            database.Add(entry);
            database.Add(new AuditPending { Entry = entry });
        }

        return added;
    }
}
