using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Actions;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Actions;

// One item for all villages of the kabupaten, each with an account of its own.
public sealed partial class ActionsTests
{
    [Fact]
    public async Task TwoHundredAndFiveVillagesReportAndTheCoverageAgreesWithWhatIsStored()
    {
        using var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/tindak-lanjut/baru");
        var owner = desk.Page.QuerySelectorAll("select[name='Input.Owner'] option").Single(o => o.TextContent == "Satpol PP Kabupaten Lumajang").GetAttribute("value")!;
        await desk.SendAsync("baru", ("Input.Title", "Kerja bakti pos ronda"), ("Input.Owner", owner), ("Input.AreaCode", House.OwnKabupaten), ("Input.Kind", "Guidance"), ("Input.Parts", "Village"), ("Input.DueKind", "tanpa"));
        var whole = Guid.Parse(desk.Address.Segments[^1]);
        var parts = await house.Here.AskAsync(d => d.Set<ActionItem>().AsNoTracking().Where(i => i.ParentId == whole).OrderBy(i => i.AreaCode).ToListAsync());
        Assert.Equal(205, parts.Count);
        var cookies = await AccountsAsync();
        Assert.Equal(205, cookies.Count);

        // Everybody accepts by the one button; all but five begin; all but fifteen report.
        var notBegun = parts.Take(5).Select(p => p.Id).ToHashSet();
        var notReported = parts.Take(15).Select(p => p.Id).ToHashSet();
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (part, _) =>
        {
            using var head = new Visitor(house.Here.Address);
            head.Carry("tigapilar", cookies[part.AreaCode]);
            await head.OpenAsync("/tindak-lanjut/instansi-saya");
            await head.SendAsync("terima", ("Input.Item", part.Id.ToString()));
            if (notBegun.Contains(part.Id)) return;
            Assert.Equal(HttpStatusCode.OK, await head.PostAsync($"/tindak-lanjut/{part.Id}", "kerja", [("Work.Move", "Begin")]));
            if (!notReported.Contains(part.Id)) await head.PostAsync($"/tindak-lanjut/{part.Id}", "kerja", [("Work.Move", "Report"), ("Work.Note", "Pos ronda bersih")]);
        });
        // The camat looks at those of his kecamatan, the Desk at some of the others.
        using var camat = await house.EnterAsync("camat");
        var (ofCamat, ofDesk) = (parts.Where(p => p.AreaCode.StartsWith("35.08.04.", StringComparison.Ordinal)).ToList(), parts.Where(p => p.AreaCode.StartsWith("35.08.07.", StringComparison.Ordinal)).ToList());
        foreach (var (who, some) in new[] { (camat, ofCamat), (desk, ofDesk) })
        {
            foreach (var part in some.Where(p => !notReported.Contains(p.Id)))
            {
                await who.OpenAsync($"/tindak-lanjut/{part.Id}");
                await who.SendAsync("periksa", ("Check.Move", "Verify"), ("Check.Note", "Dilihat"));
            }
        }

        var stored = await house.Here.AskAsync(d => d.Set<ActionItem>().Where(i => i.ParentId == whole).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var verified = ofCamat.Concat(ofDesk).Count(p => !notReported.Contains(p.Id));
        Assert.True(verified > 15);
        Assert.Equal((5, 10, 190 - verified, verified), (stored[ActionState.Accepted], stored[ActionState.InProgress], stored[ActionState.Reported], stored[ActionState.Verified]));

        await desk.OpenAsync($"/tindak-lanjut/{whole}");
        var cover = desk.Page.QuerySelector("#tl-cakupan")!;
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"Tuntas {verified} dari 205 ({verified * 100 / 205}%)."), cover.QuerySelector(".answer")!.TextContent);
        Assert.Equal(
            ["205", "10", Text(190 - verified), Text(verified), Text(verified * 100 / 205)],
            cover.QuerySelectorAll("tfoot td.num").Select(c => c.TextContent.Trim()));
        Assert.Equal(21, cover.QuerySelectorAll("tbody tr").Length);
        var pasirian = cover.QuerySelector("tr[data-area='35.08.04']")!;
        Assert.Equal(Text(ofCamat.Count), pasirian.QuerySelectorAll("td.num")[3].TextContent.Trim());
        // Who has not begun is named.
        Assert.Equal(5, cover.QuerySelectorAll("tbody td:last-child").Select(c => c.TextContent).Where(t => t.Trim() is { Length: > 1 }).Sum(t => t.Split(',').Length));

        // The map, the file and what a rakor is told say the same.
        using var map = JsonDocument.Parse(await (await desk.GetAsync($"/tindak-lanjut/{whole}/peta")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var stages = map.RootElement.EnumerateObject().GroupBy(p => p.Value.GetInt32()).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((5, 10, 190 - verified, verified), (stages[0], stages[1], stages[2], stages[3]));
        Assert.Equal(verified, Workbooks.Rows(await Workbooks.DownloadAsync(desk, $"/tindak-lanjut/{whole}/unduh")).Count(r => r["Status"] == "Tuntas"));
        var listed = Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/tindak-lanjut/unduh?cari=Kerja%20bakti")).Single();
        Assert.Equal(("205", Text(verified)), (listed["Bagian"], listed["Bagian tuntas"]));

        // The camat opens the whole for his villages and reads of no other.
        await camat.OpenAsync($"/tindak-lanjut/{whole}");
        Assert.Equal($"Tuntas {ofCamat.Count} dari {ofCamat.Count} (100%).", camat.Page.QuerySelector("#tl-cakupan .answer")!.TextContent);
        Assert.Empty(camat.Page.QuerySelectorAll("tr[data-area='35.08.07']"));
        // The rest is reminded by one button, once a day.
        await desk.SendAsync("ingatkan-bagian");
        Assert.Contains("15 instansi sudah diingatkan", desk.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("input[name=_handler][value=ingatkan-bagian]"));
    }

    // A holder and an account for each village head's office; the cookie of each, by area.
    private async Task<Dictionary<string, string>> AccountsAsync()
    {
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var (made, now) = (new List<(string Area, Account Account)>(), TimeProvider.System.GetUtcNow());
        foreach (var office in await database.Set<Office>().Where(o => o.Role == OfficeRole.VillageHead && o.AreaCode!.StartsWith("35.08.")).ToListAsync())
        {
            var person = OfficeStore.AddHolder(database, office.Id, $"Kepala {office.AreaCode} Contoh", null, new DateOnly(2026, 1, 1));
            var name = $"kepala-{office.AreaCode}";
            var account = new Account
            {
                Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), PersonId = person, CreatedAt = now, SecurityStamp = Guid.CreateVersion7().ToString(),
                PledgeVersion = Pledge.Version, PledgedAt = now,
            };
            database.Add(account);
            made.Add((office.AreaCode!, account));
        }

        await database.SaveChangesAsync();
        var cookies = await house.CookiesAsync(made.Select(m => m.Account));
        return made.Zip(cookies).ToDictionary(m => m.First.Area, m => m.Second, StringComparer.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
