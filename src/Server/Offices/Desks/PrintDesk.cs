using System.Globalization;
using System.Resources;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Desks;

/// <summary>The Desk as a workbook and as the annex of its decree; Indonesian whoever asks for them.</summary>
internal static class PrintDesk
{
    private static readonly ResourceManager Words = new(typeof(DeskText));
    private static readonly ResourceManager Parts = new(typeof(OfficesText));

    /// <summary><c>/desk/{id}/unduh</c>.</summary>
    public static async Task<IResult> WorkbookAsync(Guid id, Database database, CurrentReader current, OfficeClock clock, CancellationToken cancel)
    {
        if (await FindAsync(id, database, current, clock, cancel) is not { } desk) return Results.NotFound();
        return Workbook.Of(
            "desk",
            new Sheet(
                "Susunan", [new("No", 6), new("Kedudukan", 20), new("Bidang", 30), new("Jabatan", 30), new("Instansi", 34), new("Pejabat", 36), new("Pilar", 20)],
                Lines(desk).Select((l, n) => new object?[] { n + 1, Part(l.Seat), l.Field, l.Seat.Office.Title, l.Seat.Office.Agency, Holder(l.Seat.Office), l.Seat.Office.Pillar })),
            new Sheet(
                "Tugas", [new("Tugas", 70), new("Penanggung jawab", 44), new("Pejabat", 36)],
                desk.Duties.Select(d => new object?[] { Word($"Duty{d.Duty}"), d.By is { } by ? $"{by.Office.Title}, {by.Office.Agency}" : null, d.By is { } seat ? Holder(seat.Office) : null })));
    }

    /// <summary><c>/desk/{id}/lampiran.pdf</c>: a draft until the decree has its number.</summary>
    public static async Task<IResult> AnnexAsync(Guid id, Database database, CurrentReader current, OfficeClock clock, CancellationToken cancel) =>
        await FindAsync(id, database, current, clock, cancel) is { } desk ? PdfFile.Of(Make(desk, clock.Now), "lampiran-sk-desk.pdf") : Results.NotFound();

    internal static Paper Make(DeskBoard desk, DateTimeOffset at) => new($"Lampiran SK – {desk.Row.Forum.Name}", Blocks(desk), at) { DataClass = "INTERNAL", Draft = desk.Row.Forum.DecreeNumber is null };

    private static IEnumerable<Block> Blocks(DeskBoard desk)
    {
        var forum = desk.Row.Forum;
        yield return new Title(
            "LAMPIRAN KEPUTUSAN", PaperText.Number(forum.DecreeNumber), forum.DecreeDate is { } day ? $"Tanggal: {Indonesian.Date(day)}" : "Tanggal: ........................", $"Susunan keanggotaan {forum.Name}");
        yield return new Fields(
            ("Dasar", forum.LegalBasis ?? "–"), ("Masa kerja", $"{Indonesian.Date(forum.From)} sampai {(forum.To is { } last ? Indonesian.Date(last) : "selesai")}"));
        yield return new Table([new("No", Mm: 10), new("Jabatan dalam dinas", 1.6f), new("Kedudukan", 1), new("Pejabat saat ini", 1.3f)], Rows(desk)) { Empty = "Belum ada anggota." };
        yield return new Paragraph("Tugas dan penanggung jawab", Bold: true);
        yield return new Table(
            [new("No", Mm: 10), new("Tugas", 2), new("Penanggung jawab", 1.4f)],
            desk.Duties.Select((d, n) => new Row((n + 1).ToString(CultureInfo.InvariantCulture), Word($"Duty{d.Duty}"), d.By is { } by ? $"{by.Office.Title}, {by.Office.Agency}" : "–")));
        // By whom it is issued stands in the decree itself: a bupati, a wali kota, or who stands in for one.
        yield return new Signature("Ditetapkan di ........................, tanggal ........................", "Pejabat yang menetapkan", "", "");
    }

    private static IEnumerable<Row> Rows(DeskBoard desk)
    {
        var (number, field) = (0, (string?)null);
        foreach (var (seat, within) in Lines(desk))
        {
            if (within != field) yield return new Row(within ?? "Mitra") { Kind = RowKind.Section };
            field = within;
            yield return new Row((++number).ToString(CultureInfo.InvariantCulture), $"{seat.Office.Title}, {seat.Office.Agency}", Part(seat), Holder(seat.Office) ?? "–");
        }
    }

    // Leaders, then field by field, then partners.
    private static IEnumerable<(ForumSeat Seat, string? Field)> Lines(DeskBoard desk) =>
        [.. desk.Top.Select(s => (s, (string?)null)), .. desk.Fields.SelectMany(f => f.Seats.Select(s => (s, (string?)f.Name))), .. desk.Partners.Select(s => (s, (string?)null))];

    private static string? Holder(OfficeRow office) => office.Holder is null ? null
        : string.Join(' ', ((string?[])[office.Kind is null or HoldingKind.Definitif ? null : office.Kind.ToString(), office.Rank, office.Holder]).Where(w => w is not null));

    private static string Part(ForumSeat seat) => seat.Part == ForumPart.Invited ? Word("Partner") : Parts.GetString($"Part{seat.Part}", CultureInfo.GetCultureInfo("id")) ?? "";

    private static string Word(string key) => Words.GetString(key, CultureInfo.GetCultureInfo("id")) ?? key;

    private static async Task<DeskBoard?> FindAsync(Guid id, Database database, CurrentReader current, OfficeClock clock, CancellationToken cancel) =>
        (await DeskBoard.ReadAsync(database, await current.GetSignedInAsync(), clock.Today, id, cancel)).Desk;
}
