using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Gives each Polsek its quota (<i>plafon</i>): all at once, as the Polres decides it.</summary>
internal sealed class ShareQuota(Database database, CurrentReader current, AuditLog audit)
{
    public const int Most = 9999;
    public const int LongestReason = 300;

    /// <summary>
    /// Null when done, else the key of what is wrong; nothing is changed then. An empty number takes a quota away, and one
    /// below what the groups' patterns ask for needs a reason.
    /// </summary>
    public async Task<string?> RunAsync(Guid plan, IReadOnlyDictionary<Guid, string?> quotas, string? reason, CancellationToken cancel)
    {
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        await Sheets.TakeAsync(database.Set<PolsekSheet>().Where(s => s.PlanId == plan), cancel);
        var record = await database.Set<GuardPlanRecord>().SingleOrDefaultAsync(p => p.Id == plan, cancel);
        if (record is null || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return "NotYours";
        if (record.Stage != GuardPlanStage.InUse) return record.Stage == GuardPlanStage.Draft ? "NotInUse" : "AlreadySigned";
        var needed = await database.Set<PlanGroup>().Where(g => g.PlanId == plan).GroupBy(g => g.SheetId)
            .Select(g => new { g.Key, Officers = g.Sum(o => o.Officers) }).ToDictionaryAsync(g => g.Key, g => g.Officers, cancel);
        var changed = 0;
        foreach (var sheet in await database.Set<PolsekSheet>().Where(s => s.PlanId == plan).ToListAsync(cancel))
        {
            if (!quotas.TryGetValue(sheet.Id, out var text)) continue;
            int? quota = null;
            if (!string.IsNullOrWhiteSpace(text))
            {
                if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Most) return Refuse("QuotaNumber");
                quota = number;
            }

            var below = quota < needed.GetValueOrDefault(sheet.Id);
            if (below && (why ?? sheet.QuotaReason) is not { Length: <= LongestReason }) return Refuse("QuotaBelowPattern");
            var basis = !below ? null : sheet.Quota == quota ? sheet.QuotaReason ?? why : why ?? sheet.QuotaReason;
            if (sheet.Quota == quota && sheet.QuotaReason == basis) continue;
            // What was handed in was handed in under the quota that it had.
            if (!sheet.IsOpen) return Refuse("QuotaOfSubmitted");
            (sheet.Quota, sheet.QuotaReason, sheet.Version, changed) = (quota, basis, sheet.Version + 1, changed + 1);
        }

        if (changed == 0) return null;
        await audit.AddAsync("guardplan.quota", plan.ToString(), record.AreaCode,
            string.Create(CultureInfo.InvariantCulture, $"{{\"sheets\":{changed}}}"), tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private string Refuse(string problem)
    {
        database.ChangeTracker.Clear();
        return problem;
    }
}
