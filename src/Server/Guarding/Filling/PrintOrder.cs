using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>The papers of a plan as PDF: of the whole plan, or of one Polsek.</summary>
internal static class PrintOrder
{
    /// <summary><c>/pengamanan/{id}/cetak/{paper}.pdf?bagian=</c>; who has not the whole plan prints the own part.</summary>
    public static async Task<IResult> RunAsync(
        Guid id, string paper, Guid? bagian, Database database, CurrentReader current, AuditLog audit, NameAreas names, OfficeClock clock, HttpContext http, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var areas = reader.AreasOf(GuardingPermissions.Read);
        var plan = await database.Set<GuardPlanRecord>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.State == GuardPlanState.Ready, cancel);
        if (plan is null || (plan.Stage == GuardPlanStage.Draft && !areas.Contains(plan.AreaCode))) return Results.NotFound();
        var sheets = (await Sheets.OfAsync(database, id, areas, cancel, bagian)).Select(s => s.Sheet).ToList();
        if (sheets.Count == 0 || (bagian is null && !areas.Contains(plan.AreaCode))) return Results.NotFound();
        var order = await OrderInput.OfAsync(database, plan, sheets, names, clock, cancel);
        var address = $"{http.Request.Scheme}://{http.Request.Host}/pengamanan/{id}/kesiapan";
        var made = paper switch
        {
            "lampiran-sprin" => OrderList.Make(order),
            "lembar-tugas" => TaskSheet.Make(order, group => $"{address}#{group.Number}"),
            "kartu-kontak" => ContactCards.Make(order),
            _ => null,
        };
        if (made is null) return Results.NotFound();
        // Terbatas: names of officers and Linmas leave on paper.
        await audit.AddAsync("guardplan.print", id.ToString(), bagian is null ? plan.AreaCode : sheets[0].Areas.Split(' ')[0]);
        await database.SaveChangesAsync(cancel);
        return PdfFile.Of(made, $"{paper}-v{plan.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}.pdf");
    }
}
