using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Guarding.Papers;

/// <summary>Lampiran Sprin as tables to work on: one row an officer, one row a station.</summary>
internal static class OrderTables
{
    public static ImmutableArray<Sheet> Of(GuardOrder order) =>
    [
        new("Personel",
            [new("No", 7), new("Kecamatan", 20), new("Polsek", 20), new("Kelompok", 10), new("Nama", 32), new("Pangkat", 14), new("NRP", 14), new("Kesatuan", 22), new("HP", 16), new("Padal", 32), new("HP Padal", 16)],
            order.Groups.SelectMany(g => g.Officers.Select(o => (Group: g, Officer: o))).Select((m, i) => new object?[]
            {
                i + 1, m.Group.Kecamatan, m.Group.Polsek, m.Group.Number, m.Officer.Name, m.Officer.Rank, m.Officer.Nrp, m.Officer.Unit, m.Officer.Phone,
                $"{m.Group.Padal.Rank} {m.Group.Padal.Name}".Trim(), m.Group.Padal.Phone,
            })),
        new("TPS",
            [new("Kecamatan", 20), new("Kelompok", 10), new("Kode TPS", 20), new("Desa", 24), new("TPS", 8), new("Tempat", 36), new("Ketua KPPS", 28), new("HP Ketua", 16), new("Linmas", 44)],
            order.Groups.SelectMany(g => g.Stations.Select(s => new object?[]
            {
                g.Kecamatan, g.Number, s.Code, s.Village, int.Parse(s.Number, NumberStyles.None, CultureInfo.InvariantCulture), s.Place, s.Chair, s.ChairPhone,
                string.Join("; ", s.Linmas.Select(l => $"{l.Name} {l.Phone}".Trim())),
            }))),
    ];
}
