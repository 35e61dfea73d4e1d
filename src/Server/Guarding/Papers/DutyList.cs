using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Guarding.Papers;

/// <summary>The lists behind orders of those who help the police: TNI on request (BKO) and Satpol PP.</summary>
public static class DutyList
{
    public static Paper Dandim(DutyOrder order) =>
        Make(order, "DAFTAR PERSONEL BANTUAN TNI (BKO) PENGAMANAN PEMUNGUTAN SUARA", "Lampiran Surat Perintah Dandim", "Pangkat/NRP", "NRP");

    public static Paper SatpolPp(DutyOrder order) =>
        Make(order, "DAFTAR PETUGAS SATUAN POLISI PAMONG PRAJA", "Lampiran Surat Perintah Tugas", "Pangkat/NIP", "NIP");

    private static Paper Make(DutyOrder order, string title, string kind, string rank, string id) =>
        new($"{kind} – {order.ElectionName}", Blocks(order, title, kind, rank, id), order.MadeAt) { Draft = order.SignedBy is null };

    private static IEnumerable<Block> Blocks(DutyOrder order, string title, string kind, string rank, string id)
    {
        if (order.Letterhead.Length > 0) yield return new Letterhead(order.Letterhead);
        yield return new Title(title, kind, PaperText.Number(order.Number), $"{order.ElectionName} – {Indonesian.Day(order.VotingDay)}");
        yield return new Table(
            [new("No", Mm: 10, Right: true), new("Nama", 1.5f), new(rank, 1.2f), new("Kesatuan"), new("Tempat", 1.3f), new("Waktu")],
            order.People.Select((p, i) => new Row(
                (i + 1).ToString(CultureInfo.InvariantCulture), p.Name, PaperText.Below(p.Rank, p.Id), p.Unit, p.Place, p.Time)))
        {
            Empty = "Belum ada personel.",
        };
        yield return OrderSignature.Signed(order.Signer, order.SignedBy, order.KabupatenName, id);
    }
}
