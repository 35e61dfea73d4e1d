using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>The list as it is filtered and the coverage of a topic as XLSX, Indonesian whoever asks; and what shows that an event was held.</summary>
internal static class OutreachDownload
{
    private static readonly ResourceManager Texts = new(typeof(OutreachText));

    /// <summary><c>/sosialisasi/unduh</c>.</summary>
    public static async Task<IResult> ListAsync(string? status, string? jenis, string? topik, string? kec, string? cari, Database database, CurrentReader current, NameAreas names, CancellationToken cancel)
    {
        var rows = new OutreachQuery(status, jenis, topik, kec, cari).Of(await OutreachList.OfAsync(database, await current.GetSignedInAsync(), names, cancel));
        return Workbook.Of("sosialisasi", new Sheet(
            "Kegiatan",
            [
                new("Kegiatan", 44), new("Jenis", 14), new("Topik", 30), new("Kartu aturan", 30), new("Tanggal", 12), new("Tempat", 30), new("Wilayah", 24), new("Penyelenggara", 34), new("Keadaan", 14),
                .. Enum.GetValues<OutreachAudience>().Select(a => new SheetColumn($"Hadir: {Word($"Audience{a}")}", 16)), new("Hadir semua", 12), new("Desa", 8), new("OPD", 8),
            ],
            rows.Select(r => (object?[])
            [
                r.Of.Title, Word($"Kind{r.Of.Kind}"), Word($"Topic{r.Of.Topic}"), RuleCard.Find(r.Of.RuleKey)?.Title, Day(r.Of.Day), r.Of.Place, r.Area, r.Agency, Word($"State{r.Of.State}"),
                .. Enum.GetValues<OutreachAudience>().Select(a => (object?)r.Of.Attendance.Find(x => x.Audience == a)?.Attended), r.Of.State == OutreachState.Held ? r.Of.Attended : null, r.Villages, r.Agencies,
            ])));
    }

    /// <summary><c>/sosialisasi/cakupan/unduh</c>: every village and agency, reached or not.</summary>
    public static async Task<IResult> CoverageAsync(string? topik, Database database, CurrentReader current, NameAreas names, CancellationToken cancel)
    {
        var topic = Enum.TryParse<OutreachTopic>(topik, out var asked) && Enum.IsDefined(asked) ? asked : OutreachTopic.Neutrality;
        var coverage = await OutreachCoverage.OfAsync(database, (await current.GetSignedInAsync()).AreasOf(ProgrammesPermissions.ReadOutreach), topic, names, cancel);
        return Workbook.Of(
            "cakupan-sosialisasi",
            new Sheet(
                "Desa", [new("Topik", 30), new("Kode", 16), new("Kecamatan", 22), new("Desa/kelurahan", 24), new("Terakhir", 12), new("Hadir", 8)],
                coverage.Kecamatan.SelectMany(k => k.Villages.Select(v => new object?[] { Word($"Topic{topic}"), v.Code, k.Name, v.Name, v.Last is { } last ? Day(last) : null, v.Attended }))),
            new Sheet(
                "OPD", [new("Topik", 30), new("OPD", 40), new("Terakhir", 12), new("Hadir", 8)],
                coverage.Agencies.Select(a => new object?[] { Word($"Topic{topic}"), a.Name, a.Last is { } last ? Day(last) : null, a.Attended })));
    }

    /// <summary><c>/sosialisasi/{id}/bukti/{evidence}</c>: of an event that the reader sees.</summary>
    public static async Task<IResult> EvidenceAsync(Guid id, Guid evidence, Database database, CurrentReader current, HttpContext http, CancellationToken cancel)
    {
        var file = await OutreachScope.Of(database, await current.GetSignedInAsync()).AsNoTracking().Where(e => e.Id == id)
            .SelectMany(e => e.Evidence).Where(e => e.Id == evidence).Select(e => (Guid?)e.FileId).SingleOrDefaultAsync(cancel);
        return file is null ? Results.NotFound() : await FileStore.SendAsync(database, file.Value, http, cancel);
    }

    private static string Word(string key) => Texts.GetString(key, CultureInfo.GetCultureInfo("id")) ?? key;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
