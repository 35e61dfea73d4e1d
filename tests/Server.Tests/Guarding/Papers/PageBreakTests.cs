using System.Globalization;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Tests.Shell.Documents;

namespace TigaPilar.Server.Tests.Guarding.Papers;

/// <summary>Where the pages of a long order and of task sheets end, as poppler reads them back.</summary>
public class PageBreakTests
{
    private const int Groups = 130;
    private const int Stations = 8;
    private static readonly DateTimeOffset At = new(2029, 2, 1, 8, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void ARowOfALongOrderStandsWholeOnOnePageAndEverybodyOnce()
    {
        var order = Order(Groups, Stations);
        var words = Poppler.Words(Poppler.Written(OrderList.Make(order)));
        var count = words.Max(w => w.Page);
        Assert.True(count >= 40, $"only {count} pages");
        var places = words.ToLookup(w => w.Text, StringComparer.Ordinal);
        // What stands in one row, each word the only one of its kind.
        foreach (var group in order.Groups)
        {
            for (var i = 0; i < group.Stations.Length; i++)
            {
                var (station, officer) = (group.Stations[i], i < group.Officers.Length ? group.Officers[i] : null);
                string[] row = [station.Chair, station.ChairPhone, .. station.Linmas.SelectMany(l => (string[])[l.Name, l.Phone]), .. officer is null ? (string[])[] : [officer.Name, officer.Nrp]];
                var found = row.Select(word => Assert.Single(places[word])).ToList();
                Assert.Single(found.Select(w => w.Page).Distinct());
                // And within the height of a row of as many lines.
                Assert.InRange(found.Max(w => w.Bottom) - found.Min(w => w.Top), 1, 60);
            }
        }

        for (var page = 1; page <= count; page++)
        {
            var own = words.Where(w => w.Page == page).ToList();
            var names = own.Where(w => w.Text is "Nama" or "Pangkat/NRP" or "Jabatan" or "Desa" or "Linmas/HP" or "Padal/HP").ToList();
            // The last page may hold no more than the signature.
            if (page < count || own.Any(w => w.Text.StartsWith("Ketua-", StringComparison.Ordinal))) Assert.Equal(6, names.Count);
            // A4 landscape with 15 mm: nothing hangs over an edge, nothing runs into the footer.
            Assert.All(own, w => Assert.True(w is { Left: >= 42, Right: <= 800 } && w.Top >= 42 && w.Bottom <= 556, $"page {page}: {w}"));
            Assert.All(own.Where(w => w.Text.StartsWith("Ketua-", StringComparison.Ordinal)), w => Assert.True(w.Bottom < 545 && w.Top > names[0].Bottom, $"page {page}: {w}"));
        }
    }

    [Fact]
    public void ALongOrderBearsItsTypeInside() => Poppler.AssertTypeInside(Poppler.Written(OrderList.Make(Order(Groups, Stations))));

    [Fact]
    public void AHeadingOfAKecamatanNeverEndsAPage()
    {
        var order = Order(Groups, 3);
        order = order with { Groups = [.. order.Groups.Select((g, i) => g with { Kecamatan = $"Contoh{i / 3}" })] };
        foreach (var page in Poppler.Pages(OrderList.Make(order), "-raw"))
        {
            var heading = page.LastIndexOf("KECAMATAN CONTOH", StringComparison.Ordinal);
            if (heading >= 0) Assert.Contains("Ketua-", page[heading..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheSignatureOfATaskSheetNeverStandsAlone()
    {
        for (var stations = 1; stations <= 30; stations++)
        {
            var last = Poppler.Pages(TaskSheet.Make(Order(1, stations), g => g.Number))[^1];
            Assert.Contains("Kapolres Contoh", last, StringComparison.Ordinal);
            Assert.Contains("Ketentuan di TPS", last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ATaskSheetOfASmallGroupIsOnePage() => Assert.Single(Poppler.Pages(TaskSheet.Make(Order(1, 5), g => g.Number)));

    [Fact]
    public void EachTaskSheetBearsItsOwnCode()
    {
        var codes = Poppler.Codes(Poppler.Written(TaskSheet.Make(Order(3, 20), g => $"https://contoh.invalid/pengamanan/kesiapan#{g.Number}")));
        Assert.Equal(6, codes.Count);
        Assert.Equal(["K001", "K002", "K003"], codes.OfType<string>().Select(c => c.Split('#')[1]));
    }

    private static GuardOrder Order(int groups, int stations) => new(
        "Pemilu 2029", new DateOnly(2029, 2, 14), "Contoh", "Polres Contoh", 1, null, new SignedMark("Perwira Contoh", "Kapolres Contoh", new DateOnly(2029, 2, 1)), new OrderSigner("Kapolres Contoh"),
        [.. Enumerable.Range(1, groups).Select(g => new OrderGroup(
            $"K{g:D3}", "Contoh", "Contoh", ["Sukamaju"], "Kurang rawan", "2 personel", new OrderPadal("Padal", "Ipda", "0800"),
            [.. Enumerable.Range(1, 2).Select(o => new OrderOfficer($"Anggota-{g}-{o}", "Bripka", $"NRP{g:D4}{o}", "Sat Samapta", "0800"))], [],
            [.. Enumerable.Range(1, stations).Select(s => new OrderStation(
                $"99.01.01.2001.{s:D3}", Number(s), "Sukamaju", "Balai desa", null, $"Ketua-{g}-{s}", $"0800-{g:D3}-{s:D2}",
                [.. Enumerable.Range(1, 2).Select(l => new OrderLinmas($"Linmas-{g}-{s}-{l}", $"0811-{g:D3}-{s:D2}{l}"))]))]))], At);

    private static string Number(int number) => number.ToString("D3", CultureInfo.InvariantCulture);
}
