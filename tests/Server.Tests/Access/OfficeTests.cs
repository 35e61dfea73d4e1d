using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Access;

/// <summary>Access follows the office held today, and ends where its territory ends.</summary>
[Trait("Database", "each")]
public sealed class OfficeTests(House house) : IClassFixture<House>
{
    private DateOnly Today => house.Here.Services.GetRequiredService<OfficeClock>().Today;

    [Fact]
    public async Task AnOfficeThatEndedYesterdayGivesNothing()
    {
        using var caller = house.Stranger();
        await caller.SignInAsync(house["pasiops"]);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/pengamanan")).Status);
        await EndAsync("pasiops", Today.AddDays(-1));
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync("/pengamanan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync("/tps")).Status);
    }

    [Fact]
    public async Task AnOfficeIsHeldOnItsLastDayToo()
    {
        using var caller = house.Stranger();
        await caller.SignInAsync(house["danramil"]);
        await EndAsync("danramil", Today);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/pengamanan")).Status);
    }

    [Fact]
    public async Task WhoActsInAnOfficeFromTodayGetsWhatItGivesAtOnce()
    {
        using var caller = house.Stranger();
        await caller.SignInAsync(house["kades"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync("/pengamanan")).Status);
        await HoldAsync("kades", "Kapolres", HoldingKind.Plt, Today);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/pengamanan")).Status);
        Assert.Contains("Plt Kapolres", (await caller.GetAsync("/hak-akses")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoActsInAnOfficeFromTomorrowGetsNothingToday()
    {
        using var caller = house.Stranger();
        await caller.SignInAsync(house["camat"]);
        await HoldAsync("camat", "Kapolres", HoldingKind.Plh, Today.AddDays(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.GetAsync("/pengamanan")).Status);
    }

    [Fact]
    public async Task ABattalionHasNoTerritoryAndSeesEmptyLists()
    {
        var caller = await house.SignedInAsync("danyon");
        foreach (var path in (string[])["/tps", "/pengamanan", "/wilayah"])
        {
            var answer = await caller.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Empty(answer.Page().QuerySelectorAll("main tbody tr"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/wilayah/35.08")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/pengamanan/{house.OwnPlan}")).Status);
    }

    [Fact]
    public async Task APoliceSectorSeesItsOwnKecamatanOnly()
    {
        var caller = await house.SignedInAsync("kapolsek");
        var own = (await caller.GetAsync("/wilayah")).Path;
        Assert.Matches(@"^/wilayah/35\.08\.\d\d$", own);
        var kecamatan = own["/wilayah/".Length..];
        var file = await caller.GetAsync("/tps/unduh");
        var codes = file.Body.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(';')[0]).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, c => Assert.StartsWith(kecamatan + ".", c, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/wilayah/35.08")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/peta/wilayah?di=35.08")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/pengamanan/{house.OwnPlan}")).Status);
    }

    [Fact]
    public async Task AGuardPlanOfAnotherKabupatenIsNotBegun()
    {
        var caller = await house.SignedInAsync("kabagops");
        var before = await house.DigestAsync();
        var answer = await caller.SubmitAsync("/pengamanan/baru", "rencana", ("Input.Area", House.OtherKabupaten), ("Input.Election", House.OtherElection));
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(before, await house.DigestAsync());
    }

    [Fact]
    public async Task AnElectionIsNotBoundToTheAreasOfOthers()
    {
        var caller = await house.SignedInAsync("kpu");
        var before = await house.DigestAsync();
        var answer = await caller.SubmitAsync("/pemilihan/baru", "pemilihan", ("Input.Name", "Percobaan"), ("Input.Code", "percobaan"), ("Input.Areas", House.OtherKabupaten));
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(before, await house.DigestAsync());
    }

    private Task<int> EndAsync(string account, DateOnly last) => house.Here.AskAsync(async d =>
    {
        var person = await PersonAsync(d, account);
        return await d.Set<OfficeHolding>().Where(h => h.PersonId == person).ExecuteUpdateAsync(s => s.SetProperty(h => h.To, last));
    });

    private Task<int> HoldAsync(string account, string office, HoldingKind kind, DateOnly from) => house.Here.AskAsync(async d =>
    {
        var id = await d.Set<Office>().Where(o => o.Title == office).Select(o => o.Id).FirstAsync();
        d.Add(new OfficeHolding { Id = Guid.CreateVersion7(), OfficeId = id, PersonId = await PersonAsync(d, account), Kind = kind, From = from });
        return await d.SaveChangesAsync();
    });

    private static Task<Guid> PersonAsync(Database database, string account) =>
        database.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync();
}
