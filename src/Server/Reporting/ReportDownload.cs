using System.Globalization;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Reporting.Summary;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting;

/// <summary><c>/laporan/unduh</c>: the reports of an hour as XLSX, as far as the reader sees them; to be retyped where another system wants them.</summary>
internal static class ReportDownload
{
    public static async Task<IResult> RunAsync(Guid jadwal, string? waktu, CurrentReader current, Database database, OfficeClock clock, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (ReportSlot.Parse(waktu) is not { } slot || (await ReportScope.SchedulesAsync(database, reader, cancel)).Find(s => s.Id == jadwal) is not { } schedule) return Results.NotFound();
        var board = await ReportBoard.ReadAsync(database, reader, schedule, slot, clock, cancel);
        return Workbook.Of(
            $"laporan-{slot.Code}",
            new Sheet(
                "Laporan", [new("Instansi", 40), new("Keadaan", 24), new("Terlambat (menit)", 16), new("Kejadian", 10), new("Situasi", 70), new("Diterima", 18), new("Lewat", 14), new("Oleh", 50)],
                board.Rows.Select(r => new object?[]
                {
                    r.Of.Name, ReportWords.State(r), r.State == ReportState.Late ? r.Minutes : null, r.Report?.Entries.Count, r.Report?.Situation, r.FirstAt is { } at ? clock.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null,
                    r.Report is null ? null : ReportWords.Of($"Via{r.Report.Via}"), r.Report?.By,
                })),
            new Sheet(
                "Kejadian", [new("Instansi", 40), new("Bobot", 12), new("Apa", 50), new("Di mana", 40), new("Kapan", 20), new("Siapa", 40), new("Mengapa", 40), new("Bagaimana", 50), new("Tindakan", 50), new("Saran", 50)],
                board.Entries.Select(e => new object?[] { e.Of.Name, ReportWords.Of($"Weight{e.Entry.Weight}"), e.Entry.What, e.Entry.Where, e.Entry.When, e.Entry.Who, e.Entry.Why, e.Entry.How, e.Entry.Done, e.Entry.Advice })));
    }
}
