using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Forces.Papers;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Shell.Documents;

namespace TigaPilar.Server.Tests.Shell.Documents;

/// <summary>Papers as any office's reader shows them: through poppler and a decoder of QR codes.</summary>
public class PaperTests
{
    private static readonly DateTimeOffset At = new(2029, 2, 1, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly string[] Names = ["Budi Contoh", "Sari Misalnya", "Joko Umpama", "Rina Ibarat"];

    [Fact]
    public void ListNamesOfficersWithTheirStationsAndSums()
    {
        var pages = Pages(OrderList.Make(Order(3, 4)));
        var text = string.Concat(pages);
        Assert.Contains("DAFTAR PERSONEL PENGAMANAN TPS", text, StringComparison.Ordinal);
        Assert.Matches(@"No\s+Nama\s+Pangkat/NRP\s+Jabatan\s+Kelompok\s+Desa\s+TPS\s+Ketua KPPS/HP\s+Linmas/HP\s+Padal/HP", text);
        Assert.Contains("JUMLAH: 3 kelompok, 12 TPS, 6 personel", text, StringComparison.Ordinal);
        Assert.Contains("diisi TU", text, StringComparison.Ordinal);
        Assert.Contains($"Halaman 1 dari {pages.Length}", text, StringComparison.Ordinal);
        // The list begins on its first page, below the letterhead.
        Assert.Contains("K-001", pages[0], StringComparison.Ordinal);
        Assert.Contains("TERBATAS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ListOfOneKecamatanHoldsNoOther()
    {
        var order = Order(4, 2);
        order = order with { Groups = [.. order.Groups.Select((g, i) => i == 3 ? g with { Kecamatan = "Lembahjati" } : g)] };
        var text = string.Concat(Pages(OrderList.Make(order, "Lembahjati")));
        Assert.Contains("JUMLAH: 1 kelompok, 2 TPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("K-001", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyUnsignedPapersBearKonsep()
    {
        var order = Order(20, 8);
        // A slanted word is scattered by -layout.
        Assert.All(Pages(OrderList.Make(order), "-raw"), p => Assert.Contains("KONSEP", p, StringComparison.Ordinal));
        var mark = new SignedMark("Aditya Contoh", "Kapolres Rantawana", new DateOnly(2029, 2, 2));
        Assert.All(Pages(OrderList.Make(order with { SignedBy = mark }), "-raw"), p => Assert.Contains("KONSEP", p, StringComparison.Ordinal));
        Assert.All(Pages(OrderList.Make(order with { SignedBy = mark, IsIssued = true }), "-raw"), p => Assert.DoesNotContain("KONSEP", p, StringComparison.Ordinal));
    }

    [Fact]
    public void RowsAreNeverSplitAndEachPageRepeatsTheNames()
    {
        var rows = Enumerable.Range(0, 120).Select(i =>
            new Row(Number(i), string.Join(' ', Enumerable.Range(0, 5 + i % 37).Select(k => $"r{i}k{k}")), $"akhir{i}"));
        var pages = Pages(new Paper("Uji", [new Table([new("Nomor"), new("Isi"), new("Batas")], rows)], At));
        Assert.True(pages.Length > 5);
        Assert.All(pages, p => Assert.Contains("Batas", p, StringComparison.Ordinal));
        for (var i = 0; i < 120; i++)
        {
            var words = Enumerable.Range(0, 5 + i % 37).Select(k => $"r{i}k{k}").Append($"akhir{i}").ToArray();
            Assert.Single(pages, p => Split(p).Intersect(words, StringComparer.Ordinal).Any());
            Assert.Single(pages, p => words.All(Split(p).Contains));
        }
    }

    [Fact]
    public void RowTallerThanAPageIsRefused()
    {
        var tall = new Paper("Uji", [new Table([new("A"), new("B")], [new Row("baris", string.Join('\n', Enumerable.Range(0, 200)))])], At);
        Assert.Throws<PieceTooTallException>(() => tall.Write(Stream.Null));
    }

    [Fact]
    public void EmptyListsSaySo()
    {
        Assert.Contains("Belum ada kelompok", string.Concat(Pages(OrderList.Make(Order(0, 0)))), StringComparison.Ordinal);
        Assert.Contains("Belum ada TPS", string.Concat(Pages(ContactCards.Make(Order(0, 0)))), StringComparison.Ordinal);
        Assert.Contains("Belum ada nama Linmas", string.Concat(Pages(VillagePapers.Proposal(Village(0)))), StringComparison.Ordinal);
    }

    [Fact]
    public void SamePaperIsTheSameBytesWithItsTypeInside()
    {
        var pdf = Written(OrderList.Make(Order(3, 4)));
        Assert.Equal(pdf, Written(OrderList.Make(Order(3, 4))));
        Poppler.AssertTypeInside(pdf);
    }

    [Fact]
    public void QrOfATaskSheetReadsAsGiven()
    {
        var pdf = Written(TaskSheet.Make(Order(2, 3), g => $"https://contoh.invalid/k/{g.Number}", "K-002"));
        Save("sheet", pdf);
        Assert.Equal("https://contoh.invalid/k/K-002", Assert.Single(Poppler.Codes(pdf)));
    }

    [Fact]
    public void TaskSheetSaysHowToBehave()
    {
        var text = string.Concat(Pages(TaskSheet.Make(Order(1, 3), g => g.Number)));
        foreach (var rule in new[] { "50 meter", "atas permintaan KPPS", "senjata api", "memotret", "memengaruhi pemilih", "Serpas", "Jaga PPK" })
            Assert.Contains(rule, text, StringComparison.Ordinal);
    }

    [Fact]
    public void CardsStandEightAPageAlsoWithLongNames()
    {
        var order = Order(3, 3);
        var officer = order.Groups[0].Officers[0] with { Name = string.Join(' ', Enumerable.Repeat("Panjangsekali", 12)) };
        order = order with { Groups = [.. order.Groups.Select(g => g with { Officers = [officer, officer] })] };
        var pages = Pages(ContactCards.Make(order));
        Assert.Equal(2, pages.Length);
        Assert.Equal([8, 1], pages.Select(p => p.Split("Darurat").Length - 1));
    }

    [Fact]
    public void VillagePapersCountTheHonour()
    {
        var text = string.Concat(Pages(VillagePapers.Honour(Village(10) with { Honour = 650_000 })));
        Assert.Contains("JUMLAH: Rp6.500.000", text, StringComparison.Ordinal);
        Assert.Contains("pintu masuk", string.Concat(Pages(VillagePapers.PpsDecree(Village(4)))), StringComparison.Ordinal);
        foreach (var paper in new[] { VillagePapers.Proposal(Village(9)), VillagePapers.Assignment(Village(9)), VillagePapers.Attendance(Village(9)) })
            Assert.Contains("Joko Umpama 6", string.Concat(Pages(paper)), StringComparison.Ordinal);
        Save("honour", Written(VillagePapers.Honour(Village(10) with { Honour = 650_000 })));
    }

    [Fact]
    public void ThousandPagesAreCounted()
    {
        var pages = Pages(OrderList.Make(Order(1600, 12)));
        Assert.True(pages.Length > 1000);
        Assert.Contains($"dari {pages.Length.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '.')}", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void DutyListsBearTheirOwnSigners()
    {
        var order = new DutyOrder("Pemilu 2029", new DateOnly(2029, 2, 14), "Rantawana", null, null, new OrderSigner("Dandim 0899"), ["KODIM 0899"],
            [new DutyPerson("Joko Umpama", "Serda", "000001", "Koramil 03", "PPK Rantawana", "06.00")], At);
        Assert.Contains("BKO", string.Concat(Pages(DutyList.Dandim(order))), StringComparison.Ordinal);
        Assert.Contains("Pangkat/NIP", string.Concat(Pages(DutyList.SatpolPp(order))), StringComparison.Ordinal);
    }

    private static GuardOrder Order(int groups, int stations) => new(
        "Pemilu 2029", new DateOnly(2029, 2, 14), "Rantawana", "Polres Rantawana", 3, null, null, new OrderSigner("Kapolres Rantawana", "Aditya Contoh", "AKBP", "000000"),
        [.. Enumerable.Range(1, groups).Select(g => new OrderGroup(
            $"K-{g:000}", "Rantawana Kota", g <= groups / 2 ? "Bukitsari" : "Rantawana", ["Sukamaju"], "kurang rawan", "pola 2-12",
            new OrderPadal("Hadi Contoh", "Ipda", "0800-000-001"),
            [Officer(g), Officer(g + 1)], [], [.. Enumerable.Range(1, stations).Select(s => new OrderStation(
                $"35.99.01.{s}", $"{s:000}", "Sukamaju", "Balai desa", null, $"{Names[s % 4]} {s}", "0800-000-002",
                [new OrderLinmas(Names[g % 4], "0800-000-003"), new OrderLinmas(Names[(g + 1) % 4], "0800-000-004")]))]))],
        At)
    {
        Letterhead = ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH CONTOH", "RESOR RANTAWANA"],
    };

    private static OrderOfficer Officer(int n) => new($"{Names[n % 4]} {n}", "Bripka", $"{n:00000000}", "Sat Samapta", "0800-000-005");

    private static LinmasList Village(int people) => new(
        "Sukamaju", "Bukitsari", "Kabupaten Rantawana", "Pemilu 2029", new DateOnly(2029, 2, 14),
        [.. Enumerable.Range(0, people).Select(i => new LinmasPerson(
            $"{Names[i % 4]} {i}", 1980 + i, "0800-000-006", $"KTA-{i}", i % 2 == 0 ? "pintu masuk" : "pintu keluar", $"{i / 2 + 1:000}", i % 3 == 0))],
        At);

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static HashSet<string> Split(string page) => [.. page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static byte[] Written(Paper paper) => Poppler.Written(paper);

    private static string[] Pages(Paper paper, string mode = "-layout") => Poppler.Pages(paper, mode);

    // For the eye: TIGAPILAR_PAPERS names a folder to keep some papers in.
    private static void Save(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("TIGAPILAR_PAPERS") is not { } folder) return;
        File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), pdf);
        File.WriteAllBytes(Path.Combine(folder, "list.pdf"), Written(OrderList.Make(Order(12, 8))));
        File.WriteAllBytes(Path.Combine(folder, "cards.pdf"), Written(ContactCards.Make(Order(3, 4))));
    }
}
