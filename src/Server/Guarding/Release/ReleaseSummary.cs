using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Guarding.Signing;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Release;

/// <summary>
/// Releases the summary of a plan to the Desk: within this installation, or as a file that the Desk's own installation takes in.
/// The plan itself stays where it is.
/// </summary>
internal sealed class ReleaseSummary(Database database, CurrentReader current, AuditLog audit, NameAreas names, TimeProvider clock)
{
    /// <summary>Of an election and kabupaten within the areas the summary made last, by kabupaten.</summary>
    public static async Task<List<ReleasedSummary>> LatestAsync(Database database, AreaSet areas, CancellationToken cancel)
    {
        var known = await areas.Of(database.Set<ReleasedSummary>().AsNoTracking(), s => s.AreaCode).ToListAsync(cancel);
        return [.. known.GroupBy(s => (s.ElectionCode, s.AreaCode)).Select(g => g.OrderBy(s => s.MadeAt).ThenBy(s => s.Id).Last()).OrderByDescending(s => s.MadeAt)];
    }

    /// <summary><c>/pengamanan/{id}/ringkasan</c>: the file.</summary>
    public async Task<IResult> DownloadAsync(Guid id, CancellationToken cancel)
    {
        if (await OfAsync(id, cancel) is not ({ } summary, _)) return Results.NotFound();
        await audit.AddAsync("guardsummary.download", id.ToString(), summary.AreaCode);
        await database.SaveChangesAsync(cancel);
        return Results.File(summary.ToFile(), "application/json", $"ringkasan-pam-{summary.AreaCode}-v{summary.Version.ToString(CultureInfo.InvariantCulture)}.json");
    }

    /// <summary>Null when the Desk of this installation has it, else the key of what hinders it.</summary>
    public async Task<string?> RunAsync(Guid plan, CancellationToken cancel)
    {
        if (await OfAsync(plan, cancel) is not ({ } summary, null)) return "SummaryNotReady";
        return await KeepAsync(summary, fromFile: false, OfficeRole.Polri, cancel);
    }

    /// <summary>Takes in a file of another installation.</summary>
    public async Task<string?> TakeInAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return "SummaryMissing";
        await using var stream = file.OpenReadStream();
        var (summary, problem) = await GuardSummary.ReadAsync(stream, file.Length, cancel);
        if (summary is null) return problem;
        // One from the future would count as the latest for ever.
        if (summary.MadeAt > clock.GetUtcNow().AddDays(1)) return "SummaryNotOurs";
        if (!(await current.GetSignedInAsync()).AreasOf(ReleasePermissions.Write).Contains(summary.AreaCode)) return "SummaryNotYours";
        return await KeepAsync(summary, fromFile: true, OfficeRole.Desk, cancel);
    }

    private async Task<string?> KeepAsync(GuardSummary summary, bool fromFile, OfficeRole role, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        // The same file twice is one; two that were made within a second are not.
        var content = JsonSerializer.Serialize(summary);
        if (await database.Set<ReleasedSummary>().AnyAsync(s => s.ElectionCode == summary.ElectionCode && s.AreaCode == summary.AreaCode && s.MadeAt == summary.MadeAt && s.Content == content, cancel)) return null;
        database.Add(new ReleasedSummary
        {
            Id = OrderedId.New(), ElectionCode = summary.ElectionCode, AreaCode = summary.AreaCode, VotingDay = summary.VotingDay, MadeAt = summary.MadeAt,
            ReceivedAt = clock.GetUtcNow(), FromFile = fromFile, AccountId = reader.AccountId!.Value, Content = content,
            By = $"{reader.Name}, {(reader.Offices.FirstOrDefault(o => o.Role == role) ?? reader.Offices[0]).Title}",
        });
        await audit.AddAsync("guardsummary.release", summary.ElectionCode, summary.AreaCode, tell: ReleasePermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The summary of a plan in use or in force that the reader may write; (null, null) is not there for him.</summary>
    private async Task<(GuardSummary? Summary, string? Problem)?> OfAsync(Guid plan, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var record = await GuardPlanRoutes.FindAsync(database, reader, plan, cancel);
        if (record is null || record.Stage is not (GuardPlanStage.InUse or GuardPlanStage.InForce) || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return null;
        var election = (await ElectionQueries.AllAsync(database, cancel)).Single(e => e.Id == record.ElectionId);
        var number = await database.Set<PlanSignature>().Where(s => s.PlanId == plan).Select(s => s.Number).SingleOrDefaultAsync(cancel);
        var groups = await database.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == plan).ToListAsync(cancel);
        var officers = await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.PlanId == plan && o.LeftAt == null).ToListAsync(cancel);
        var filled = officers.Where(o => o.Group is not null).CountBy(o => o.Group!.Value).ToDictionary();
        var stations = (await StationReadiness.OfAsync(database, plan, cancel)).SelectMany(s => s).ToLookup(s => AreaCode.KecamatanOf(s.StationCode), StringComparer.Ordinal);
        var byKecamatan = groups.ToLookup(g => AreaCode.KecamatanOf(g.VillageCode), StringComparer.Ordinal);
        var sheets = await database.Set<PolsekSheet>().AsNoTracking().Where(s => s.PlanId == plan).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var called = await names([record.AreaCode, .. byKecamatan.Select(k => k.Key)], cancel);
        var led = groups.Where(g => g.PadalId is not null).CountBy(g => g.PadalId!.Value).ToDictionary();
        // To the second: as a file says it, and as every database keeps it.
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        return (new GuardSummary(
            GuardSummary.KnownFormat, election.Code, record.RevoteOn is null ? election.Name : $"PSU {election.Name}", record.RevoteOn ?? election.VotingDay, record.AreaCode, called.GetValueOrDefault(record.AreaCode) ?? record.AreaCode,
            await PolsekList.PolresAsync(database, record.AreaCode, cancel) ?? "Polres", record.Version, record.Revision, number, now,
            [
                .. byKecamatan.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new SummaryKecamatan(
                    k.Key, called.GetValueOrDefault(k.Key) ?? k.Key, stations[k.Key].Count(), k.Count(g => g.Site is null), k.Sum(g => g.Officers), k.Sum(g => Math.Min(g.Officers, filled.GetValueOrDefault(g.Number))),
                    stations[k.Key].Sum(s => s.LinmasNeeded), stations[k.Key].Sum(s => Math.Min(s.Linmas, s.LinmasNeeded)))),
            ],
            [
                .. officers.Where(o => o.Part == OfficerPart.Padal).OrderBy(o => sheets.GetValueOrDefault(o.SheetId), StringComparer.Ordinal).ThenBy(o => o.Id)
                    .Select(o => new SummaryPadal(sheets.GetValueOrDefault(o.SheetId) ?? "", o.Name ?? "", o.Rank ?? "", o.Phone ?? "", led.GetValueOrDefault(o.Id))),
            ]), null);
    }
}

/// <summary>Permissions of the released summary; Terbatas: Desk, Polri and TNI of the area.</summary>
public static class ReleasePermissions
{
    public const string Read = "guardsummary.read";
    public const string Write = "guardsummary.write";
}
