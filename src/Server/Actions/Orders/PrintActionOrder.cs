using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions.Orders;

/// <summary>The order on paper, KONSEP until the signed one is here; and that one.</summary>
internal static class PrintActionOrder
{
    /// <summary><c>/tindak-lanjut/{id}/perintah.pdf</c>.</summary>
    public static async Task<IResult> PaperAsync(Guid id, Database database, CurrentReader current, AuditLog audit, OfficeClock clock, CancellationToken cancel)
    {
        if (await FindAsync(id, database, current, cancel) is not var (item, order)) return Results.NotFound();
        var agency = (await AgencyQueries.NamesAsync(database, [order.AgencyId], cancel)).GetValueOrDefault(order.AgencyId) ?? "";
        var area = (await AreaQueries.NamesAsync(database, [item.AreaCode], cancel)).GetValueOrDefault(item.AreaCode)?.Name ?? item.AreaCode;
        var due = (await ActionDue.OfAsync(database, clock, cancel)).Of(item);
        await audit.AddAsync("actionorder.print", id.ToString(), item.AreaCode);
        await database.SaveChangesAsync(cancel);
        return PdfFile.Of(Of(order, item, agency, area, due, clock.Now), $"perintah-{id}.pdf");
    }

    /// <summary><c>/tindak-lanjut/{id}/naskah</c>: the signed paper.</summary>
    public static async Task<IResult> ScanAsync(Guid id, Database database, CurrentReader current, HttpContext http, CancellationToken cancel) =>
        await FindAsync(id, database, current, cancel) is var (_, order) && order.ScanId is { } scan ? await FileStore.SendAsync(database, scan, http, cancel) : Results.NotFound();

    internal static Paper Of(ActionOrder order, ActionItem item, string agency, string area, DateOnly? due, DateTimeOffset madeAt)
    {
        var title = order.Kind == OrderKind.Sprin ? "SURAT PERINTAH" : "SURAT PERINTAH TUGAS";
        var kabupaten = agency.Split(' ')[^1];
        List<Block> blocks =
        [
            new Letterhead([agency.ToUpperInvariant()]),
            new Title(title, PaperText.Number(order.Number)),
            .. order.Reference.Length == 0 ? (IEnumerable<Block>)[] : [new Paragraph("Dasar:", Bold: true), .. Points(order.Reference)],
            new Paragraph("Memerintahkan kepada:", Bold: true), new Paragraph(order.Addressee),
            new Paragraph("Untuk:", Bold: true), .. Points(order.Text),
            new Fields(("Kegiatan", item.Title), ("Wilayah", area), ("Paling lambat", due is { } day ? Indonesian.Day(day) : "–")),
            new Signature($"{kabupaten}, ........................", order.Signer, "", ""),
        ];
        return new Paper($"{title} – {item.Title}", blocks, madeAt) { Draft = order.ScanId is null, DataClass = "INTERNAL" };
    }

    // Each line is a point, numbered where there are several.
    private static IEnumerable<Block> Points(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Select((line, i) => new Paragraph(lines.Length == 1 ? line : string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {line}")));
    }

    private static async Task<(ActionItem Item, ActionOrder Order)?> FindAsync(Guid id, Database database, CurrentReader current, CancellationToken cancel) =>
        await ActionScope.FindAsync(database, await current.GetSignedInAsync(), id, cancel) is ({ } item, true)
            && await database.Set<ActionOrder>().AsNoTracking().SingleOrDefaultAsync(o => o.ItemId == id, cancel) is { } order ? (item, order) : null;
}
