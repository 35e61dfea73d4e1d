using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Bench.Duplicates;

/// <summary>A thing by which people say where they are, in the ways in which they write it.</summary>
internal sealed record Landmark(ImmutableArray<string> Names);

internal sealed record Hamlet(string Name, GeoPoint At, ImmutableArray<Landmark> Landmarks);

internal sealed record Village(string Code, string Name, string Kecamatan, bool Ward, GeoPoint At, int Stations)
{
    public ImmutableArray<Hamlet> Hamlets { get; set; } = [];

    public ImmutableArray<Village> Near { get; set; } = [];
}

/// <summary>The sample kabupaten with hamlets, landmarks and roads, which are made up.</summary>
internal static class Places
{
    private static readonly string[] Hamlets =
    [
        "Krajan Kidul", "Krajan Lor", "Krajan Wetan", "Sumberejo", "Curah Wedi", "Sukosari", "Karanganyar", "Tegal Sari", "Kebonan", "Gumuk Mas", "Sidomulyo", "Sumber Wringin", "Darungan", "Kampung Baru", "Pandan", "Kalibendo", "Wonorejo", "Jatisari",
        "Umbulsari", "Sentul", "Kajaran", "Besuk", "Gedang Mas", "Rekesan", "Uranggantung", "Purut", "Bulak", "Dawuhan", "Rowosari", "Gesang", "Kedung Moro", "Munder", "Tulusrejo", "Klanting", "Wringin Cilik", "Biting", "Genitri", "Lateng", "Mangunsari", "Ledok",
        "Kalipancing", "Supit", "Sriti", "Kamar Kajang", "Gondoruso", "Bondeli", "Oro-oro Ombo", "Rowobaung", "Sumbersari", "Karang Menjangan", "Kandangan", "Tumpeng", "Glendang", "Petung", "Selok", "Kali Mujur", "Bades", "Meleman", "Talsewu", "Persil",
        "Afdeling", "Blukon", "Toga", "Labruk Kidul", "Banter", "Kutorenon", "Dringu", "Ngepung", "Wates", "Pondok Asem", "Watu Lumpang", "Sumber Rejo", "Tambuh", "Kebon Deli", "Plambang", "Rojopolo", "Tempur", "Gucialit", "Kertosari", "Pakel",
    ];

    private static readonly string[] Holy = ["Al Ikhlas", "Nurul Huda", "Baiturrahman", "Al Hidayah", "Darussalam", "Miftahul Jannah", "At Taqwa", "Baitul Muttaqin", "Al Falah", "Nurul Iman", "Sabilil Muttaqin", "Al Amin", "Raudlatul Jannah", "Babussalam", "Al Mubarok", "Roudhotul Ulum"];

    private static readonly string[] Shops = ["Barokah", "Makmur", "Pojok", "Sederhana", "Lestari", "Berkah", "Sumber Rejeki", "Rahayu", "Sinar Jaya", "Mbok Ndut", "Rizky", "Anugerah", "Pak Min", "Bintang"];

    private static readonly string[] Roads = ["Diponegoro", "Sudirman", "Ahmad Yani", "Gajah Mada", "Kartini", "Imam Bonjol", "Raya Semeru", "Mawar", "Melati", "Pahlawan", "Veteran", "Lintas Selatan", "Kenanga", "Basuki Rahmat", "Raung", "Mahakam"];

    /// <summary>Villages of the sample's folder; what is made up is the same for every seed.</summary>
    public static ImmutableArray<Village> Read(string folder)
    {
        var stations = File.ReadLines(Path.Combine(folder, "stations.csv")).Skip(1).GroupBy(l => l.Split(',')[1], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var villages = File.ReadLines(Path.Combine(folder, "villages.csv")).Skip(1).Select(l => l.Split(','))
            .Select(c => new Village(c[0], c[4], c[2], c[3] == "kelurahan", new GeoPoint(Number(c[5]), Number(c[6])), stations[c[0]])).ToImmutableArray();
        var chance = new Chance(35_08);
        foreach (var village in villages)
        {
            village.Near = [.. villages.Where(v => v != village).OrderBy(v => v.At.MetresTo(village.At)).ThenBy(v => v.Code, StringComparer.Ordinal).Take(4)];
            var names = new HashSet<string>(StringComparer.Ordinal);
            // The hamlet around the village hall is called so nearly everywhere.
            if (chance.Hit(0.7)) names.Add("Krajan");
            for (var most = 3 + chance.Next(4); names.Count < most;) names.Add(chance.Pick(Hamlets));
            var used = new HashSet<string>(StringComparer.Ordinal);
            village.Hamlets = [.. names.Select((n, i) => new Hamlet(n, village.At.Offset(i == 0 ? 150 : 400 + chance.Next(1300), chance.Next(360)), [.. Enumerable.Range(0, 4 + chance.Next(3)).Select(_ => Mark(chance, n, village, used))]))];
        }

        return villages;
    }

    private static Landmark Mark(Chance chance, string hamlet, Village village, HashSet<string> used)
    {
        while (true)
        {
            var (holy, shop, road, n) = (chance.Pick(Holy), chance.Pick(Shops), chance.Pick(Roads), 1 + chance.Next(4));
            var number = n.ToString(CultureInfo.InvariantCulture);
            ImmutableArray<string> names = chance.Next(24) switch
            {
                0 or 1 => [$"masjid {holy}", $"mesjid {holy}", $"msjd {holy.Replace(" ", "", StringComparison.Ordinal)}", $"masjid {holy.Replace(' ', '-')}"],
                2 or 3 => [$"mushola {holy}", $"musholla {holy}", $"langgar {holy}"],
                4 => [$"SDN {number}", $"SD {number}", $"SDN 0{number} {village.Name}", $"sekolah dasar {number}"],
                5 => ["balai desa", "baldes", "kantor desa", "kantor kades"],
                6 => ["pasar desa", "pasar", $"pasar {village.Name}"],
                7 => [$"jembatan {hamlet}", $"jbtn {hamlet}", $"kreteg {hamlet}"],
                8 => [$"pertigaan {hamlet}", $"simpang tiga {hamlet}", $"simpang 3 {hamlet}"],
                9 => [$"perempatan {hamlet}", $"prapatan {hamlet}", $"simpang empat {hamlet}"],
                10 or 11 => [$"warung {shop}", $"wrg {shop}", $"warkop {shop}"],
                12 => [$"toko {shop}", $"tk {shop}"],
                13 => ["lapangan desa", "lapangan", "lapangan bola"],
                14 => ["makam umum", "kuburan", "TPU", "sarean"],
                15 => [$"poskamling RT {number}", $"pos ronda RT {number}", $"poskampling rt 0{number}"],
                16 => ["pustu", "puskesmas pembantu", "polindes"],
                17 => ["pabrik gula", "PG", "pabrik tebu"],
                18 => ["SPBU", "pom bensin", "pom"],
                19 => ["penggilingan padi", "selepan", "slepan padi"],
                20 => [$"dam {hamlet}", $"pintu air {hamlet}", $"DAM kali {hamlet}"],
                21 => ["balai dusun", "bale dusun"],
                22 => [$"MI {holy}", $"madrasah {holy}", $"MTs {holy}"],
                _ => [$"Jl. {road}", $"jalan {road}", $"jln {road}"],
            };
            if (used.Add(names[0])) return new(names);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
