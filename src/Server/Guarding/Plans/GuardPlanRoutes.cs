using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>What is fetched of a plan beside its page.</summary>
internal static class GuardPlanRoutes
{
    // The plan's page carries its own script and styles. Sandboxed, it has no part in this site: no cookie, no session.
    private const string PagePolicy =
        "sandbox allow-scripts allow-modals allow-popups; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'";

    /// <summary>The plan if the reader may see it.</summary>
    public static async Task<GuardPlanRecord?> FindAsync(Database database, Reader reader, Guid id, CancellationToken cancel)
    {
        var plan = await database.Set<GuardPlanRecord>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        return plan is not null && reader.AreasOf(GuardingPermissions.Read).Contains(plan.AreaCode) ? plan : null;
    }

    /// <summary>Takes the plans of an election and kabupaten for this transaction, so that one at a time decides which is in use.</summary>
    public static Task TakeAsync(Database database, Guid plan, CancellationToken cancel) =>
        database.Set<GuardPlanRecord>().Where(p => database.Set<GuardPlanRecord>().Any(o => o.Id == plan && o.ElectionId == p.ElectionId && o.AreaCode == p.AreaCode))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version), cancel);

    public static async Task<IResult> ProgressAsync(
        Guid id, Database database, CurrentReader current, PlanQueue queue, IStringLocalizer<GuardingText> texts, CancellationToken cancel)
    {
        if (await FindAsync(database, await current.GetSignedInAsync(), id, cancel) is not { } plan) return Results.NotFound();
        var step = queue.StepOf(id);
        var done = plan.State != GuardPlanState.Running;
        return Results.Json(new
        {
            done = done ? 4 : step switch { "planning" => 1, "proving" => 2, "writing" => 3, _ => 0 },
            total = 4,
            text = texts[$"Step{(done ? "done" : step ?? "waiting")}"].Value,
            href = done ? $"/pengamanan/{id}" : null,
        });
    }

    public static async Task<IResult> PageAsync(
        Guid id, Database database, CurrentReader current, AuditLog audit, HttpContext http, CancellationToken cancel)
    {
        if (await FilesAsync(id, database, current, cancel) is not { } files) return Results.NotFound();
        // Terbatas: who opened it stands in the log, in its frame or by its own address.
        await audit.AddAsync("guardplan.page", id.ToString());
        await database.SaveChangesAsync(cancel);
        using var zip = new ZipArchive(new MemoryStream(files));
        var page = new MemoryStream();
        await using (var entry = await zip.GetEntry("plan.html")!.OpenAsync(cancel)) await entry.CopyToAsync(page, cancel);
        page.Position = 0;
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(page, "text/html; charset=utf-8");
    }

    public static async Task<IResult> DownloadAsync(
        Guid id, Database database, CurrentReader current, AuditLog audit, CancellationToken cancel)
    {
        if (await FilesAsync(id, database, current, cancel) is not { } files) return Results.NotFound();
        await audit.AddAsync("guardplan.download", id.ToString());
        await database.SaveChangesAsync(cancel);
        return Results.File(files, "application/zip", "rencana-pengamanan.zip");
    }

    private static async Task<byte[]?> FilesAsync(Guid id, Database database, CurrentReader current, CancellationToken cancel) =>
        (await FindAsync(database, await current.GetSignedInAsync(), id, cancel))?.Files;
}
