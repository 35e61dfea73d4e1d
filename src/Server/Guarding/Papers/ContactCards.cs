using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Guarding.Papers;

/// <summary>Kartu Kontak TPS: whom a station calls, eight cards a page.</summary>
public static class ContactCards
{
    public static Paper Make(GuardOrder order) =>
        new($"Kartu Kontak TPS – {order.ElectionName}", Blocks(order), order.MadeAt) { Draft = !order.IsIssued };

    private static IEnumerable<Block> Blocks(GuardOrder order)
    {
        if (order.Groups.All(g => g.Stations.IsEmpty))
            yield return new Paragraph("Belum ada TPS. Unggah daftar TPS lebih dahulu.");
        else
            yield return new Cards(order.Groups.SelectMany(g => g.Stations.Select(s => Card(g, s))));
    }

    private static Card Card(OrderGroup group, OrderStation station) => new(
        $"TPS {station.Number} {station.Village}",
        $"Kecamatan {group.Kecamatan} – kelompok {group.Number}",
        [
            .. group.Officers.Take(2).Select(o => ("Petugas", Contact($"{o.Rank} {o.Name}", o.Phone))),
            ("Padal", Contact($"{group.Padal.Rank} {group.Padal.Name}", group.Padal.Phone)),
            ("Polsek", PaperText.OrDash(group.Polsek)),
            ("Darurat", "110"),
        ]);

    private static string Contact(string name, string phone) =>
        name.Trim().Length == 0 ? "Belum ada nama" : PaperText.Below(name.Trim(), phone);
}
