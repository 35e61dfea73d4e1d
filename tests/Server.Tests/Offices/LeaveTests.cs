using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Offices;

/// <summary>Leave by the page of the office: who is away has nothing, who stands in has all. Each test takes an office of its own.</summary>
[Trait("Database", "each")]
public sealed class LeaveTests(House house) : IClassFixture<House>
{
    private DateOnly Today => house.Here.Services.GetRequiredService<OfficeClock>().Today;

    [Fact]
    public async Task CampaignLeaveEndsEverySessionAtOnceAndGivesNothingAfterwards()
    {
        using var regent = house.Stranger();
        await regent.SignInAsync(house["bupati"]);
        Assert.Equal(HttpStatusCode.OK, (await regent.GetAsync("/tps")).Status);
        var office = await OfficeAsync("bupati");
        var answer = await LeaveAsync(office, "Campaign", Today, Today.AddDays(60), ("Input.StandIn", "Pengganti Contoh"));
        Assert.Contains("cuti kampanye sampai", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Pengganti Contoh", answer.Page().QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pjs", answer.Page().QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.True((await regent.GetAsync("/tps")).AsksToSignIn);
        using var again = house.Stranger();
        await again.SignInAsync(house["bupati"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GetAsync("/tps")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GetAsync("/")).Status);
        // In the list both are named: who acts, and who is away until when.
        var list = await (await house.SignedInAsync("camat")).GetAsync("/instansi?cari=Bupati");
        Assert.Contains("Pengganti Contoh", list.Body, StringComparison.Ordinal);
        Assert.Contains("cuti kampanye sampai", list.Body, StringComparison.Ordinal);
        Assert.Contains(await house.Here.AskAsync(d => d.Set<AuditEntry>().Where(e => e.Subject == office.ToString()).Select(e => e.Action).ToListAsync()), a => a == "offices.leave");

        var admin = await house.SignedInAsync("admin");
        await admin.SubmitAsync($"/jabatan/{office}", "cuti-selesai");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/tps")).Status);
    }

    [Fact]
    public async Task LeaveThatIsToComeTakesNothingToday()
    {
        using var caller = house.Stranger();
        await caller.SignInAsync(house["satpolpp"]);
        await LeaveAsync(await OfficeAsync("satpolpp"), "Leave", Today.AddDays(3), Today.AddDays(5));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/tps")).Status);
    }

    [Fact]
    public async Task LeaveThatOverlapsAnotherOrEndsBeforeItBeginsIsRefused()
    {
        var office = await OfficeAsync("camat");
        await LeaveAsync(office, "Leave", Today.AddDays(10), Today.AddDays(20));
        var admin = await house.SignedInAsync("admin");
        var form = (await admin.GetAsync($"/jabatan/{await OfficeAsync("danramil")}")).Forms()["cuti"];
        foreach (var (from, to) in ((DateOnly, DateOnly)[])[(Today.AddDays(20), Today.AddDays(25)), (Today.AddDays(40), Today.AddDays(30))])
        {
            var answer = await admin.PostAsync($"/jabatan/{office}", Filled(form, "Other", from, to));
            Assert.DoesNotContain("role=\"status\"", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<Leave>().CountAsync(l => l.Holding!.OfficeId == office)));
    }

    [Fact]
    public async Task ThatSomebodyIsIllIsSaidToTheAdministratorAlone()
    {
        var office = await OfficeAsync("kpu");
        await LeaveAsync(office, "Illness", Today, Today.AddDays(4), ("Input.Reason", "opname di rumah sakit"));
        var admin = await (await house.SignedInAsync("admin")).GetAsync($"/jabatan/{office}");
        Assert.Contains("sakit sampai", admin.Body, StringComparison.Ordinal);
        var person = await house.Here.AskAsync(d => d.Set<OfficeHolding>().Where(h => h.OfficeId == office).Select(h => h.PersonId).FirstAsync());
        foreach (var path in (string[])[$"/jabatan/{office}", $"/orang/{person}", "/instansi?cari=KPU"])
        {
            var page = await (await house.SignedInAsync("desk")).GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("sakit", page.Page().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("berhalangan", page.Page().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private Task<Guid> OfficeAsync(string account) => house.Here.AskAsync(async d =>
    {
        var person = await d.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync();
        return await d.Set<OfficeHolding>().Where(h => h.PersonId == person).Select(h => h.OfficeId).SingleAsync();
    });

    private async Task<Answer> LeaveAsync(Guid office, string kind, DateOnly from, DateOnly to, params (string, string)[] more)
    {
        var admin = await house.SignedInAsync("admin");
        var answer = await admin.SubmitAsync($"/jabatan/{office}", "cuti", [("Input.Kind", kind), ("Input.From", Text(from)), ("Input.To", Text(to)), .. more]);
        Assert.Contains("role=\"status\"", answer.Body, StringComparison.Ordinal);
        return answer;
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(List<KeyValuePair<string, string>> form, string kind, DateOnly from, DateOnly to) =>
        [.. form.Where(f => f.Key is not ("Input.Kind" or "Input.From" or "Input.To")), new("Input.Kind", kind), new("Input.From", Text(from)), new("Input.To", Text(to))];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
