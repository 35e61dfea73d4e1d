using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Guarding.Papers;

/// <summary>Lampiran Sprin Kapolres: who guards which stations, by kecamatan.</summary>
public static class OrderList
{
    /// <summary>The whole list, or that of one kecamatan.</summary>
    public static Paper Make(GuardOrder order, string? kecamatan = null)
    {
        var groups = order.Groups.Where(g => kecamatan is null || string.Equals(g.Kecamatan, kecamatan, StringComparison.Ordinal)).ToArray();
        return new Paper($"Lampiran Sprin Kapolres – {order.ElectionName}", Blocks(order, groups, kecamatan), order.MadeAt)
        {
            Size = PaperSize.Landscape, Draft = !order.IsIssued,
        };
    }

    private static IEnumerable<Block> Blocks(GuardOrder order, OrderGroup[] groups, string? kecamatan)
    {
        if (order.Letterhead.Length > 0) yield return new Letterhead(order.Letterhead);
        yield return new Title(
            "DAFTAR PERSONEL PENGAMANAN TPS",
            "Lampiran Surat Perintah Kapolres",
            PaperText.Number(order.Number),
            $"{order.ElectionName} – {Indonesian.Day(order.VotingDay)} – {(kecamatan is null ? order.KabupatenName : $"Kecamatan {kecamatan}")} – versi {Indonesian.Whole(order.Version)}");
        yield return new Table(
        [
            new("No", Mm: 9, Right: true), new("Nama", 1.5f), new("Pangkat/NRP"), new("Jabatan", 1.1f), new("Kelompok TPS", Mm: 19), new("Desa"),
            new("TPS", Mm: 12), new("Ketua KPPS/HP", 1.3f), new("Linmas/HP", 1.4f), new("Padal/HP", 1.3f),
        ], Rows(groups))
        {
            Size = 7.5f, Empty = "Belum ada kelompok. Susun rencana pengamanan lebih dahulu.",
        };
        yield return OrderSignature.Signed(order.Signer, order.SignedBy, order.KabupatenName);
    }

    private static IEnumerable<Row> Rows(OrderGroup[] groups)
    {
        var number = 0;
        foreach (var kecamatan in groups.GroupBy(g => g.Kecamatan, StringComparer.Ordinal))
        {
            var (stations, officers) = (0, 0);
            yield return new Row($"KECAMATAN {kecamatan.Key.ToUpperInvariant()}") { Kind = RowKind.Section };
            foreach (var group in kecamatan)
            {
                // One row a station or officer, whichever are more; names stand beside the first stations.
                var rows = Math.Max(Math.Max(group.Stations.Length, group.Officers.Length), 1);
                for (var i = 0; i < rows; i++)
                {
                    var officer = i < group.Officers.Length ? group.Officers[i] : null;
                    var station = i < group.Stations.Length ? group.Stations[i] : null;
                    if (officer is not null) number++;
                    yield return new Row(
                        officer is null ? "" : number.ToString(CultureInfo.InvariantCulture),
                        officer?.Name ?? (i == 0 ? "Belum ada nama" : ""),
                        officer is null ? "" : PaperText.Below(officer.Rank, officer.Nrp),
                        officer?.Unit ?? "",
                        group.Number,
                        station?.Village ?? (group.IsObject && i == 0 ? group.Villages[0] : ""),
                        station?.Number ?? "",
                        station is null ? "" : PaperText.Below(station.Chair, station.ChairPhone),
                        station is null ? "" : string.Join('\n', station.Linmas.Select(l => $"{l.Name} {l.Phone}".Trim())),
                        i == 0 ? PaperText.Below($"{group.Padal.Rank} {group.Padal.Name}".Trim(), group.Padal.Phone) : "")
                    // The officers stay together with the stations beside them; the stations after them may stand on the next page.
                    { WithNext = i < group.Officers.Length - 1 };
                }

                stations += group.Stations.Length;
                officers += group.Officers.Length;
            }

            yield return new Row(
                $"Jumlah Kecamatan {kecamatan.Key}: {Indonesian.Whole(kecamatan.Count(g => !g.IsObject))} kelompok, {Indonesian.Whole(stations)} TPS, {Indonesian.Whole(officers)} personel")
            { Kind = RowKind.Total };
        }

        if (groups.Length > 0)
            yield return new Row(
                $"JUMLAH: {Indonesian.Whole(groups.Count(g => !g.IsObject))} kelompok, {Indonesian.Whole(groups.Sum(g => g.Stations.Length))} TPS, {Indonesian.Whole(groups.Sum(g => g.Officers.Length))} personel")
            { Kind = RowKind.Total };
    }
}
