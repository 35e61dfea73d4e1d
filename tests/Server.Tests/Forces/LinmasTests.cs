using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Forces;

/// <summary>A village's list, from the first name to the decree. Each test that writes has a village of its own.</summary>
[Trait("Database", "each")]
public sealed class LinmasTests(House house) : IClassFixture<House>
{
    // The village of the sample's kepala desa, Gondoruso.
    private const string Own = "35.08.04.2001";

    [Fact]
    public async Task AVillageHeadComesStraightToHisOwnVillageAndToNoOther()
    {
        var head = await house.SignedInAsync("kades");
        Assert.Equal($"/linmas/{Own}", (await head.GetAsync("/linmas")).Path);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync($"/linmas/{Own}")).Status);
        foreach (var other in (string[])["35.08.04.2002", "35.08.01.2001", House.OtherVillage, "35.08.04", "x"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/linmas/{other}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/linmas/{other}/baru")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/linmas/{other}/{house.OtherLinmas}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/linmas/nama/unduh?di={other}")).Status);
        }

        // Somebody of another village is not found under the own one.
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/linmas/{Own}/{house.OtherLinmas}")).Status);
    }

    [Fact]
    public async Task TwoAreNeededAtEachStationAndOneManIsCountedOnce()
    {
        const string village = "35.08.06.2001";
        await AddAsync(village, "Karto Contoh", "Joko Contoh");
        await house.Here.AskAsync(d => d.Set<LinmasMember>().Where(m => m.VillageCode == village).ExecuteUpdateAsync(s => s.SetProperty(m => m.IsSkd, true)));
        await house.Here.AskAsync(async d =>
        {
            d.Add(new LinmasMember { Id = Guid.CreateVersion7(), VillageCode = village, Name = "Lapis Kedua Contoh", BirthYear = 1990, IsSkd = true });
            d.Add(new LinmasMember { Id = Guid.CreateVersion7(), VillageCode = village, Name = "Sudah Berhenti Contoh", BirthYear = 1990, IsStationGuard = true, State = LinmasState.Stopped });
            return await d.SaveChangesAsync();
        });
        var count = Assert.Single(await CountsAsync(village));
        Assert.Equal((count.Stations * 2, 2), (count.Need, count.Named));
        Assert.True(count.Stations > 0);
        var page = await (await house.SignedInAsync("satpolpp")).GetAsync($"/linmas/{village}");
        Assert.Contains($"Butuh {count.Need} orang ({count.Stations} TPS × 2). Sudah 2, kurang {count.Need - 2}.", page.Page().QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStaleFormOverwritesNothingAndIsTold()
    {
        const string village = "35.08.07.2001";
        await AddAsync(village, "Lama Contoh");
        var path = $"/linmas/{village}/{await IdAsync(village)}";
        var (one, other) = (await house.SignedInAsync("desk"), await house.SignedInAsync("satpolpp"));
        var (mine, theirs) = ((await one.GetAsync(path)).Forms()["ubah"], (await other.GetAsync(path)).Forms()["ubah"]);
        await other.PostAsync(path, [.. With(theirs, "Input.Phone", "0800 000 111")]);
        var told = await one.PostAsync(path, [.. With(mine, "Input.Name", "Salah Contoh")]);
        Assert.Contains("orang lain mengubah data ini", told.Body, StringComparison.Ordinal);
        var row = await house.Here.AskAsync(d => d.Set<LinmasMember>().SingleAsync(m => m.VillageCode == village));
        Assert.Equal(("Lama Contoh", "0800000111", 2), (row.Name, row.Phone, row.Version));
    }

    [Fact]
    public async Task ADecidedListChangesOnlyWithAReasonThatStandsInItsHistory()
    {
        const string village = "35.08.08.2001";
        await AddAsync(village, "Pertama Contoh", "Kedua Contoh");
        var path = $"/linmas/{village}";
        var desk = await house.SignedInAsync("satpolpp");
        var kpu = await house.SignedInAsync("kpu");
        await desk.PostAsync(path, [.. (await desk.GetAsync(path)).Forms()["kirim"]]);
        // Satpol PP is not the PPS.
        Assert.DoesNotContain("tetapkan", (await desk.GetAsync(path)).Forms().Keys);
        await kpu.PostAsync(path, [.. With((await kpu.GetAsync(path)).Forms()["tetapkan"], "Decree.DecreeNumber", "7/PPS-CONTOH")]);
        Assert.Contains("SK PPS nomor 7/PPS-CONTOH", (await desk.GetAsync(path)).Body, StringComparison.Ordinal);

        var refused = await desk.PostAsync($"{path}/baru", [.. With((await desk.GetAsync($"{path}/baru")).Forms()["satu"], "Input.Name", "Diam Contoh", "Input.BirthYear", "1990")]);
        Assert.Contains("Isi alasan perubahan", refused.Body, StringComparison.Ordinal);
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<LinmasMember>().CountAsync(m => m.VillageCode == village)));
        refused = await desk.PostAsync(path, [.. (await desk.GetAsync(path)).Forms()["bagi"]]);
        Assert.Contains("Isi alasan perubahan", refused.Body, StringComparison.Ordinal);

        var member = $"{path}/{await IdAsync(village)}";
        await desk.PostAsync(member, [.. With((await desk.GetAsync(member)).Forms()["henti"], "Stop.Reason", "Sakit", "Stop.Name", "Pengganti Contoh", "Stop.BirthYear", "1992")]);
        var history = (await desk.GetAsync(path)).Page().QuerySelector("section table")!.TextContent;
        Assert.Contains("Sakit", history, StringComparison.Ordinal);
        Assert.Contains("Berhenti", history, StringComparison.Ordinal);
        Assert.Contains("Pengganti Contoh", history, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await CountsAsync(village)).Named);
    }

    [Fact]
    public async Task WhoIsOnTheListAlreadyIsNotNamedAgainAsASuccessor()
    {
        const string village = "35.08.12.2003";
        await AddAsync(village, "Pertama Contoh", "Kedua Contoh");
        var (path, desk) = ($"/linmas/{village}", await house.SignedInAsync("satpolpp"));
        var member = $"{path}/{await IdAsync(village)}";
        var answer = await desk.PostAsync(member, [.. With((await desk.GetAsync(member)).Forms()["henti"], "Stop.Reason", "Pindah", "Stop.Name", "kedua contoh", "Stop.BirthYear", "1990")]);
        Assert.Contains("sudah ada", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<LinmasMember>().CountAsync(m => m.VillageCode == village && m.State == LinmasState.Active)));
    }

    [Fact]
    public async Task ANewAgeRuleHoldsFromItsDayAndOnlyAnOfficeOfTheKabupatenEntersIt()
    {
        var desk = await house.SignedInAsync("satpolpp");
        await desk.PostAsync("/linmas/aturan", [.. With((await desk.GetAsync("/linmas/aturan")).Forms()["aturan"], "Input.Duty", "StationGuard", "Input.From", "20", "Input.To", "50", "Input.EffectiveFrom", "2031-01-01", "Input.LegalBasis", "PKPU contoh")]);
        Assert.Equal((17, 55), await YearsAsync(new DateOnly(2030, 12, 31)));
        Assert.Equal((20, 50), await YearsAsync(new DateOnly(2031, 1, 1)));
        Assert.DoesNotContain("aturan", (await (await house.SignedInAsync("kades")).GetAsync("/linmas/aturan")).Forms().Keys);

        Task<(int, int)> YearsAsync(DateOnly day) => house.Here.AskAsync(async d => (await LinmasAges.OnAsync(d, day, CancellationToken.None)).StationGuard is var rule ? (rule.From, rule.To) : default);
    }

    [Fact]
    public async Task WhoeverTakesAPlaceStandsWhereTheOtherStood()
    {
        const string village = "35.08.09.2001";
        await AddAsync(village, "Pertama Contoh", "Kedua Contoh");
        var (path, desk) = ($"/linmas/{village}", await house.SignedInAsync("satpolpp"));
        await desk.PostAsync(path, [.. (await desk.GetAsync(path)).Forms()["bagi"]]);
        var before = await AtAsync(village);
        Assert.Equal(["Pertama Contoh", "Kedua Contoh"], before.Select(p => p.Name));
        Assert.Equal([true, false], before.Select(p => p.AtEntrance));
        var member = $"{path}/{await IdAsync(village)}";
        await desk.PostAsync(member, [.. With((await desk.GetAsync(member)).Forms()["henti"], "Stop.Reason", "Pindah", "Stop.Name", "Pengganti Contoh", "Stop.BirthYear", "1992")]);
        Assert.Equal(["Pengganti Contoh", "Kedua Contoh"], (await AtAsync(village)).Select(p => p.Name));
        // What a person has chosen since stays when the sharing is undone.
        await desk.PostAsync(path, [.. (await desk.GetAsync(path)).Forms()["urung"]]);
        Assert.Equal(["Pengganti Contoh"], (await AtAsync(village)).Select(p => p.Name));
    }

    [Fact]
    public async Task APlaceIsHeldByOne()
    {
        const string village = "35.08.10.2001";
        await AddAsync(village, "Pertama Contoh", "Kedua Contoh");
        var desk = await house.SignedInAsync("satpolpp");
        var ids = await house.Here.AskAsync(d => d.Set<LinmasMember>().Where(m => m.VillageCode == village).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        var forms = new List<List<KeyValuePair<string, string>>>();
        foreach (var id in ids) forms.Add((await desk.GetAsync($"/linmas/{village}/{id}")).Forms()["tempat"]);
        await desk.PostAsync($"/linmas/{village}/{ids[0]}", [.. With(forms[0], "Place.Place", $"{village}.001-1")]);
        var refused = await desk.PostAsync($"/linmas/{village}/{ids[1]}", [.. With(forms[1], "Place.Place", $"{village}.001-1")]);
        Assert.Contains("sudah diisi orang lain", refused.Body, StringComparison.Ordinal);
        refused = await desk.PostAsync($"/linmas/{village}/{ids[1]}", [.. With(forms[1], "Place.Place", "35.08.05.2001.001-1")]);
        Assert.Contains("tidak ada di desa ini", refused.Body, StringComparison.Ordinal);
        Assert.Single(await AtAsync(village));
    }

    [Fact]
    public async Task OpeningTheNamesStandsInTheLogWithoutThem()
    {
        var police = await house.SignedInAsync("kabagops");
        var before = await OpenedAsync();
        var page = await police.GetAsync($"/linmas/{Own}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(before + 1, await OpenedAsync());
        Assert.DoesNotContain(page.Forms().Keys, f => f != "/keluar");

        Task<int> OpenedAsync() => house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action == "linmas.open" && e.Subject == Own));
    }

    [Fact]
    public async Task PhonesAreMaskedInTheFileOfWhoeverOnlyReads()
    {
        var phone = (await house.Here.AskAsync(d => d.Set<LinmasMember>().FirstAsync(m => m.VillageCode == Own && m.Phone != null))).Phone!;
        var path = $"/linmas/nama/unduh?di={Own}&jenis=csv";
        Assert.Contains(phone, (await (await house.SignedInAsync("kades")).GetAsync(path)).Body, StringComparison.Ordinal);
        var masked = (await (await house.SignedInAsync("kabagops")).GetAsync(path)).Body;
        Assert.DoesNotContain(phone, masked, StringComparison.Ordinal);
        Assert.Contains(LinmasDownload.Masked(phone)!, masked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await house.SignedInAsync("kabagops")).GetAsync($"/linmas/nama/unduh?di={Own}&jenis=xlsx")).Status);
    }

    [Fact]
    public async Task ABadLineIsNamedAndNothingIsSaved()
    {
        const string village = "35.08.11.2001";
        var (path, desk) = ($"/linmas/{village}/baru", await house.SignedInAsync("satpolpp"));
        var form = (await desk.GetAsync(path)).Forms()["banyak"];
        var told = await desk.PostAsync(path, [.. With(form, "Many.Lines", "Slamet Contoh; 1985; 0800-000-123\n\nTanpa Tahun Contoh\nSri Contoh; 1990; nomor\n")]);
        Assert.Contains("Baris 3: Isi tahun lahir", told.Body, StringComparison.Ordinal);
        Assert.Contains("Baris 4: Nomor HP", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await CountsAsync(village), c => c.Named > 0);
        await desk.PostAsync(path, [.. With(form, "Many.Lines", "Slamet Contoh; 1985; 0800-000-123\nSri Contoh;1990\n")]);
        Assert.Equal(2, Assert.Single(await CountsAsync(village)).Named);
        // The same form once more names nobody twice.
        await desk.PostAsync(path, [.. With(form, "Many.Lines", "Slamet Contoh; 1985; 0800-000-123\nTono Contoh;1990\n")]);
        Assert.Equal(2, Assert.Single(await CountsAsync(village)).Named);
    }

    [Fact]
    public async Task WhoeverMayBeNamedTwiceIsShown()
    {
        await AddAsync("35.08.12.2001", "Dua Desa Contoh");
        await AddAsync("35.08.12.2002", "dua  desa contoh");
        await house.Here.AskAsync(d => d.Set<LinmasMember>().Where(m => m.VillageCode.StartsWith("35.08.12.")).ExecuteUpdateAsync(s => s.SetProperty(m => m.Phone, "0800000999")));
        var page = await (await house.SignedInAsync("satpolpp")).GetAsync("/linmas/35.08.12.2001");
        Assert.Contains("Nama dan tahun lahir sama ada di desa lain", page.Body, StringComparison.Ordinal);
        Assert.Contains("Nomor HP dipakai lebih dari satu orang", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheVillageHeadsPageIsSmall()
    {
        var page = await (await house.SignedInAsync("kades")).GetAsync($"/linmas/{Own}");
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page.Body), 1, 30_000);
    }

    [Fact]
    public async Task TheListIsFilteredSortedAndWrittenAsAFile()
    {
        var desk = await house.SignedInAsync("satpolpp");
        var page = (await desk.GetAsync("/linmas?di=35.08.04&urut=-kurang")).Page();
        var short_ = page.QuerySelectorAll("tbody tr td:nth-child(4)").Select(c => c.TextContent.Trim()).Select(t => t == "–" ? 0 : int.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(short_.OrderDescending(), short_);
        Assert.True(short_.Count > 3);
        Assert.Single((await desk.GetAsync("/linmas?di=35.08.04&status=cukup")).Page().QuerySelectorAll("tbody tr:not(.group)"));
        Assert.StartsWith("kode_desa,kecamatan,desa,tps,butuh,sudah,kurang,status\n", (await desk.GetAsync("/linmas/unduh?di=35.08.04&jenis=csv")).Body.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> With(List<KeyValuePair<string, string>> fields, params string[] pairs)
    {
        var set = pairs.Chunk(2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        return fields.Where(f => !set.ContainsKey(f.Key)).Concat(set);
    }

    private Task<IReadOnlyList<LinmasCount>> CountsAsync(string village) => house.Here.AskAsync(async d =>
        await LinmasQueries.CountsByVillageAsync(d, await ElectionQueries.IdOfAsync(d, "pemilu-contoh", default), AreaSet.Of(village), default));

    private Task<List<LinmasAtStation>> AtAsync(string village) => house.Here.AskAsync(async d =>
    {
        var election = (await ElectionQueries.IdOfAsync(d, "pemilu-contoh", default))!.Value;
        var first = $"{village}.001";
        return (await LinmasQueries.NamesByStationAsync(d, election, [first], default))[first].ToList();
    });

    // By the first of its name: ids follow the order of naming.
    private Task<Guid> IdAsync(string village) =>
        house.Here.AskAsync(d => d.Set<LinmasMember>().Where(m => m.VillageCode == village).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync());

    private Task<int> AddAsync(string village, params string[] names) => house.Here.AskAsync(d =>
    {
        foreach (var name in names) LinmasStore.Add(d, village, name, 1990, null);
        return d.SaveChangesAsync();
    });
}
