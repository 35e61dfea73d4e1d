using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Forces.Papers;

/// <summary>The one list of names of a village, from which all its Linmas papers are made. No NIK has a place in it.</summary>
public sealed record LinmasList(
    string Village,
    string Kecamatan,
    string Kabupaten,
    string Election,
    DateOnly VotingDay,
    ImmutableArray<LinmasPerson> People,
    DateTimeOffset MadeAt)
{
    /// <summary>A kelurahan has a lurah, a desa a kepala desa.</summary>
    public bool IsKelurahan { get; init; }

    public string? Number { get; init; }

    public bool IsSigned { get; init; }

    /// <summary>Name of the one who signs; blank becomes dots.</summary>
    public string Signer { get; init; } = "";

    /// <summary>Honour of each in whole rupiah; null leaves the column blank, to be written by hand.</summary>
    public long? Honour { get; init; }

    internal string Place => $"{(IsKelurahan ? "Kelurahan" : "Desa")} {Village}";

    internal string Head => $"{(IsKelurahan ? "Lurah" : "Kepala Desa")} {Village}";
}

/// <summary>A member of Satlinmas and the duty at a station: 'pintu masuk' or 'pintu keluar'.</summary>
public sealed record LinmasPerson(
    string Name, int? BirthYear, string Phone, string Card, string Role, string Station, bool Trained);

/// <summary>The five papers of a village: usulan, lampiran SK PPS, surat tugas, daftar hadir, daftar terima honor.</summary>
public static class VillagePapers
{
    public static Paper Proposal(LinmasList list) => Make(
        list, "USULAN ANGGOTA SATLINMAS UNTUK PENGAMANAN TPS", list.Head,
        [No, new("Nama", 1.8f), new("Lahir", Mm: 14), new("HP", 1.2f), new("No. KTA", 1.2f), new("TPS", Mm: 14), new("Terlatih", Mm: 18)],
        (p, i) => new Row(i, p.Name, Year(p), p.Phone, p.Card, p.Station, p.Trained ? "Sudah" : "Belum"),
        "Disampaikan kepada Camat dan Satpol PP untuk ditetapkan.");

    public static Paper PpsDecree(LinmasList list) => Make(
        list, "DAFTAR PETUGAS KETERTIBAN TPS", $"Ketua PPS {list.Village}",
        [No, new("Nama", 2), new("Lahir", Mm: 14), new("TPS", Mm: 16), new("Tugas", 1.2f)],
        (p, i) => new Row(i, p.Name, Year(p), p.Station, PaperText.OrDash(p.Role)),
        "Lampiran Keputusan PPS.");

    public static Paper Assignment(LinmasList list) => Make(
        list, "SURAT TUGAS", list.Head,
        [No, new("Nama", 2), new("No. KTA", 1.2f), new("TPS", Mm: 16), new("Tugas", 1.2f)],
        (p, i) => new Row(i, p.Name, p.Card, p.Station, PaperText.OrDash(p.Role)),
        $"Menugaskan nama-nama berikut untuk menjaga ketertiban TPS pada {Indonesian.Day(list.VotingDay)}.");

    public static Paper Attendance(LinmasList list) => Make(
        list, "DAFTAR HADIR SATLINMAS", list.Head,
        [No, new("Nama", 2), new("TPS", Mm: 16), new("Tugas", 1.2f), new("Tanda tangan", 1.5f)],
        (p, i) => new Row(i, p.Name, p.Station, PaperText.OrDash(p.Role), Sign(i)),
        $"Hari pemungutan suara: {Indonesian.Day(list.VotingDay)}.");

    public static Paper Honour(LinmasList list) => Make(
        list, "DAFTAR TERIMA HONOR SATLINMAS", list.Head,
        [No, new("Nama", 2), new("TPS", Mm: 16), new("Jumlah (Rp)", Right: true), new("Tanda tangan", 1.5f)],
        (p, i) => new Row(i, p.Name, p.Station, list.Honour is { } rupiah ? Indonesian.Whole(rupiah) : "", Sign(i)),
        "",
        new Row($"JUMLAH: {(list.Honour is { } each ? "Rp" + Indonesian.Whole(each * list.People.Length) : "Rp ........................")}") { Kind = RowKind.Total });

    private static Column No => new("No", Mm: 10, Right: true);

    private static string Year(LinmasPerson person) => person.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "";

    // A second line gives a hand room to sign.
    private static string Sign(string number) => $"{number} ...............\n ";

    private static Paper Make(
        LinmasList list, string title, string office, ImmutableArray<Column> columns, Func<LinmasPerson, string, Row> row, string words, Row? total = null)
    {
        var rows = list.People.Select((p, i) => row(p, (i + 1).ToString(CultureInfo.InvariantCulture)));
        if (total is not null && list.People.Length > 0) rows = rows.Append(total);
        List<Block> blocks =
        [
            new Title(title, $"{list.Place}, Kecamatan {list.Kecamatan}, {list.Kabupaten}", list.Election, PaperText.Number(list.Number)),
        ];
        if (words.Length > 0) blocks.Add(new Paragraph(words));
        blocks.Add(new Table(columns, rows) { Empty = "Belum ada nama Linmas." });
        blocks.Add(new Signature($"{list.Village}, ........................", office, list.Signer, ""));
        return new Paper($"{title} – {list.Place}", blocks, list.MadeAt) { Draft = !list.IsSigned };
    }
}
