using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Guarding.Papers;

/// <summary>Lembar Tugas: what the officers of a group take along, one group on pages of its own.</summary>
public static class TaskSheet
{
    private static readonly string[] Duties =
    [
        "Serpas: apel dan pergeseran pasukan ke wilayah tugas.",
        "Jaga gudang PPK.",
        "Kawal logistik dari PPK ke TPS.",
        "Pengamanan pemungutan dan penghitungan suara.",
        "Kawal kotak suara kembali ke PPK.",
        "Jaga PPK.",
    ];

    // Duty at stations as Polri and TNI order it themselves; the 50 metres are practice, not law.
    private static readonly string[] Conduct =
    [
        "Berada di luar area TPS, sekitar 50 meter.",
        "Masuk ke TPS hanya atas permintaan KPPS.",
        "Tidak membawa senjata api di TPS.",
        "Tidak mencatat dan tidak memotret hasil penghitungan.",
        "Tidak memengaruhi pemilih.",
        "TNI tidak berada di dalam TPS dan tidak mengomentari hitung cepat.",
    ];

    /// <summary>Sheets of all groups, or of one by its number; the text of its QR code is given by the caller.</summary>
    public static Paper Make(GuardOrder order, Func<OrderGroup, string> qr, string? number = null)
    {
        var groups = order.Groups.Where(g => number is null || string.Equals(g.Number, number, StringComparison.Ordinal));
        return new Paper($"Lembar Tugas Pam TPS – {order.ElectionName}", Blocks(order, groups, qr), order.MadeAt)
        {
            Draft = !order.IsIssued,
        };
    }

    private static IEnumerable<Block> Blocks(GuardOrder order, IEnumerable<OrderGroup> groups, Func<OrderGroup, string> qr)
    {
        var first = true;
        foreach (var group in groups)
        {
            if (!first) yield return new PageBreak();
            first = false;
            foreach (var block in Sheet(order, group, qr(group))) yield return block;
        }

        if (first) yield return new Paragraph("Belum ada kelompok. Susun rencana pengamanan lebih dahulu.");
    }

    private static IEnumerable<Block> Sheet(GuardOrder order, OrderGroup group, string qr)
    {
        yield return new Title($"LEMBAR TUGAS KELOMPOK {group.Number}", $"{order.ElectionName} – {Indonesian.Day(order.VotingDay)}", PaperText.Number(order.Number));
        yield return new QrCode(qr, $"Pindai untuk membuka lembar ini.\n{order.PolresName} – Polsek {group.Polsek}\nRencana versi {Indonesian.Whole(order.Version)}");
        yield return new Fields(
            (group.IsObject ? "Kecamatan / objek" : "Kecamatan / desa", $"{group.Kecamatan} / {string.Join(", ", group.Villages)}"),
            (group.IsObject ? "Penjagaan" : "Kelas dan pola", group.IsObject ? group.Pattern : $"{group.Class}, {group.Pattern}"),
            ("Padal", Person(group.Padal.Rank, group.Padal.Name, group.Padal.Phone)));
        yield return new Paragraph("Personel", Bold: true);
        yield return new Table(
            [new("Nama", 1.6f), new("Pangkat/NRP", 1.3f), new("Kesatuan"), new("HP"), new("Tugas", 0.8f)],
            group.Officers.Select(o => Officer(o, "Utama")).Concat(group.Substitutes.Select(o => Officer(o, "Pengganti"))))
        {
            Empty = "Belum ada nama.",
        };
        if (group.IsObject)
        {
            yield return OrderSignature.Signed(order.Signer, order.SignedBy, order.KabupatenName);
            yield break;
        }

        yield return new Paragraph("TPS", Bold: true);
        yield return new Table(
            [new("TPS", Mm: 11), new("Desa", 0.9f), new("Tempat", 1.1f), new("Ketua KPPS/HP"), new("Linmas/HP", 1.7f)],
            group.Stations.Select(s => new Row(
                s.Number, s.Village, s.Place, PaperText.Below(s.Chair, s.ChairPhone),
                string.Join('\n', s.Linmas.Select(l => $"{l.Name} {l.Phone}".Trim())))))
        {
            Empty = "Belum ada TPS.",
        };
        yield return new Together(
            [new Paragraph("Rangkaian tugas", Bold: true), new Paragraph(string.Join(' ', Duties.Select((d, i) => $"{Indonesian.Whole(i + 1)}. {d}")))]);
        // The rules come along with the signature: it never stands on a page alone.
        yield return new Together(
        [
            new Paragraph("Ketentuan di TPS", Bold: true), .. Conduct.Select((d, i) => new Paragraph($"{Indonesian.Whole(i + 1)}. {d}") { Gap = 1.5f }),
            OrderSignature.Signed(order.Signer, order.SignedBy, order.KabupatenName),
        ]);
    }

    private static Row Officer(OrderOfficer officer, string task) =>
        new(officer.Name, PaperText.Below(officer.Rank, officer.Nrp), officer.Unit, officer.Phone, task);

    private static string Person(string rank, string name, string phone) =>
        name.Length == 0 ? "Belum ada nama" : $"{rank} {name} {(phone.Length > 0 ? $"({phone})" : "")}".Trim();
}
