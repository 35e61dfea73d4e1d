using System.Collections.Immutable;
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
    /// <summary>
    /// <c>/pengamanan/{id}/cetak/{paper}.pdf?bagian=&amp;kec=</c>; who has not the whole plan prints the own part, a kecamatan of it by its code. <c>?naskah=ya</c> is the
    /// annex without KONSEP, for ink: of the whole of a plan that was agreed to, for those who may write it.
    /// </summary>
    public static async Task<IResult> RunAsync(
        Guid id, string paper, Guid? bagian, string? naskah, string? kec, Database database, CurrentReader current, AuditLog audit, NameAreas names, OfficeClock clock, HttpContext http, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var areas = reader.AreasOf(GuardingPermissions.Read);
        if (await FindAsync(database, areas, id, bagian, ownPart: false, cancel) is not ({ } plan, var sheets)) return Results.NotFound();
        var order = await OrderInput.OfAsync(database, plan, [.. sheets.Select(s => s.Sheet)], names, clock, cancel);
        if (kec is not null) order = order with { Groups = [.. order.Groups.Where(g => g.KecamatanCode == kec)] };
        if (kec is not null && order.Groups.IsEmpty) return Results.NotFound();
        var forInk = naskah == "ya" && bagian is null && kec is null && paper == "lampiran-sprin" && order.SignedBy is not null && reader.AreasOf(GuardingPermissions.Write).Contains(plan.AreaCode);
        if (forInk) order = order with { IsIssued = true };
        var address = $"{http.Request.Scheme}://{http.Request.Host}/pengamanan/{id}/kesiapan";
        var made = paper switch
        {
            "lampiran-sprin" => OrderList.Make(order, kec is null ? null : order.Groups[0].Kecamatan),
            "lembar-tugas" => TaskSheet.Make(order, group => $"{address}#{group.Number}"),
            "kartu-kontak" => ContactCards.Make(order),
            _ => null,
        };
        if (made is null) return Results.NotFound();
        // Terbatas: names of officers and Linmas leave on paper.
        await audit.AddAsync("guardplan.print", id.ToString(), bagian is null ? plan.AreaCode : sheets[0].Sheet.Areas.Split(' ')[0]);
        await database.SaveChangesAsync(cancel);
        return PdfFile.Of(made, $"{paper}-v{plan.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}.pdf");
    }

    /// <summary>
    /// The plan with its sheets (or the one named) that the reader may see; null is not there for him. Of a draft only the
    /// Polres knows, and the whole of a plan is printed by whom it is shown to, unless the own part is enough.
    /// </summary>
    public static async Task<(GuardPlanRecord Plan, ImmutableArray<SheetSums> Sheets)?> FindAsync(
        Database database, AreaSet areas, Guid id, Guid? sheet, bool ownPart, CancellationToken cancel)
    {
        var plan = await database.Set<GuardPlanRecord>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.State == GuardPlanState.Ready, cancel);
        if (plan is null || (!areas.Contains(plan.AreaCode) && (plan.Stage == GuardPlanStage.Draft || (sheet is null && !ownPart)))) return null;
        var sheets = await Sheets.OfAsync(database, id, areas, cancel, sheet);
        return sheets.IsEmpty ? null : (plan, sheets);
    }
}
