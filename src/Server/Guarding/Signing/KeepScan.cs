using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Signing;

/// <summary>Takes in the signed paper of a plan, and gives it out again.</summary>
internal sealed class KeepScan(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    public const int MostBytes = 20 << 20;

    /// <summary>Null when kept, else the key of what hinders it.</summary>
    public async Task<string?> RunAsync(Guid plan, IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return "ScanMissing";
        if (file.Length > MostBytes) return "ScanLarge";
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, cancel);
        var kind = FileKind.Of(content);
        if (kind == FileKinds.None || !FileKinds.Scan.HasFlag(kind)) return "ScanKind";
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        await GuardPlanRoutes.TakeAsync(database, plan, cancel);
        var record = await database.Set<GuardPlanRecord>().SingleOrDefaultAsync(p => p.Id == plan, cancel);
        if (record is null || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return "NotYours";
        if (record.Stage != GuardPlanStage.InForce) return "NotSigned";
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await database.Set<PlanScan>().AnyAsync(s => s.PlanId == plan && s.Digest == digest, cancel)) return null;
        var now = clock.GetUtcNow();
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        database.Add(new PlanScan
        {
            Id = OrderedId.New(), PlanId = plan, FileName = name.Length <= 120 ? name : name[^120..], ContentType = FileKind.MediaTypeOf(kind), Content = content, Digest = digest,
            At = now, AccountId = reader.AccountId!.Value, By = $"{reader.Name}, {reader.Offices.First(o => o.Role == OfficeRole.Polri).Title}",
        });
        record.IssuedAt ??= now;
        await audit.AddAsync("guardplan.scan", plan.ToString(), record.AreaCode, digest: digest, tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary><c>/pengamanan/{id}/naskah/{scan}</c>.</summary>
    public static async Task<IResult> DownloadAsync(Guid id, Guid scan, Database database, CurrentReader current, AuditLog audit, HttpContext http, CancellationToken cancel)
    {
        if (await GuardPlanRoutes.FindAsync(database, await current.GetSignedInAsync(), id, cancel) is not { } plan) return Results.NotFound();
        if (await database.Set<PlanScan>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == scan && s.PlanId == id, cancel) is not { } found) return Results.NotFound();
        // Terbatas: names stand on it.
        await audit.AddAsync("guardplan.scan.open", id.ToString(), plan.AreaCode);
        await database.SaveChangesAsync(cancel);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(found.Content, found.ContentType, found.FileName);
    }
}
