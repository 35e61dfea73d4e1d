using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Accounts;

/// <summary>A village head signs in by a link once and by a PIN on that phone ever after. Each test takes a village of its own.</summary>
[Trait("Database", "each")]
public sealed class PhoneTests(House house) : IClassFixture<House>
{
    private const string Good = "193746";

    [Fact]
    public async Task ALinkAndAPinLetInAndLaterThePinAloneDoesOnThatPhone()
    {
        using var phone = house.Stranger();
        var (_, _, answer) = await EnrolAsync(phone, 1);
        Assert.Equal("/", answer.Path);
        var cookie = answer.Cookies.Single(c => c.StartsWith("tigapilar-hp=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=15552000", cookie, StringComparison.OrdinalIgnoreCase);
        await phone.PledgeAsync();
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/tps")).Status);
        await phone.SubmitAsync("/hak-akses", "/keluar");
        Assert.True((await phone.GetAsync("/tps")).AsksToSignIn);
        var page = await phone.GetAsync("/masuk");
        Assert.DoesNotContain("masuk", page.Forms().Keys);
        Assert.Equal("/tps", (await phone.SubmitAsync("/masuk?kembali=%2Ftps", "pin", ("Phone.Pin", Good))).Path);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/tps")).Status);
        Assert.Contains("masuk", (await phone.GetAsync("/masuk?cara=sandi")).Forms().Keys);
        // On another phone the PIN is not even asked for.
        using var other = house.Stranger();
        Assert.DoesNotContain("pin", (await other.GetAsync("/masuk")).Forms().Keys);
    }

    [Fact]
    public async Task FiveWrongPinsLockThePhoneAndEndItsSessions()
    {
        using var phone = house.Stranger();
        var (holding, _, _) = await EnrolAsync(phone, 2);
        await phone.PledgeAsync();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await phone.SubmitAsync("/masuk", "pin", ("Phone.Pin", "999998"))).Status);
        Assert.DoesNotContain("pin", (await phone.GetAsync("/masuk")).Forms().Keys);
        Assert.True((await phone.GetAsync("/tps")).AsksToSignIn);
        // A new link, and the same phone works again.
        var link = await InviteAsync(holding);
        Assert.Equal("/", (await SetPinAsync(phone, link, "280417", "280417")).Path);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/tps")).Status);
    }

    [Fact]
    public async Task ALostPhoneThatIsRevokedSeesNothingAndTheNewOneDoes()
    {
        using var lost = house.Stranger();
        var (holding, account, _) = await EnrolAsync(lost, 3);
        await lost.PledgeAsync();
        Assert.Equal(HttpStatusCode.OK, (await lost.GetAsync("/tps")).Status);
        var answer = await ActAsync(holding, "revoke");
        Assert.Contains("role=\"status\"", answer.Body, StringComparison.Ordinal);
        Assert.True((await lost.GetAsync("/tps")).AsksToSignIn);
        Assert.DoesNotContain("pin", (await lost.GetAsync("/masuk")).Forms().Keys);
        using var found = house.Stranger();
        Assert.Equal("/", (await SetPinAsync(found, await InviteAsync(holding), Good, Good)).Path);
        Assert.Equal(HttpStatusCode.OK, (await found.GetAsync("/tps")).Status);
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<Device>().CountAsync(x => x.AccountId == account)));
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<Device>().CountAsync(x => x.AccountId == account && x.RevokedAt == null)));
    }

    [Fact]
    public async Task AnAccountMadeByAPinHasNoPasswordToSignInWith()
    {
        using var phone = house.Stranger();
        var (_, account, _) = await EnrolAsync(phone, 4);
        var made = await house.Here.AskAsync(d => d.Users.SingleAsync(u => u.Id == account));
        Assert.Null(made.PasswordHash);
        using var other = house.Stranger();
        foreach (var password in (string[])["", Good, "kata sandi yang panjang"])
        {
            var answer = await other.PasswordAsync(made.UserName!, password);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.NotNull(answer.Page().QuerySelector("[role=alert]"));
        }

        Assert.True((await other.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task AnEasyOrMistypedPinMakesNoAccount()
    {
        using var phone = house.Stranger();
        var link = await InviteAsync(await HeadAsync(5));
        foreach (var (pin, again) in ((string, string)[])[("123456", "123456"), ("000000", "000000"), (Good, "193747"), ("19374", "19374")])
            Assert.Contains("role=\"alert\"", (await SetPinAsync(phone, link, pin, again)).Body, StringComparison.Ordinal);
        Assert.True((await phone.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task AnOfficeAtADeskIsOfferedNoPin()
    {
        using var caller = house.Stranger();
        var holding = await house.Here.AskAsync(d => d.Set<OfficeHolding>().Where(h => h.Office!.Title == "Kapolres").Select(h => h.Id).SingleAsync());
        var link = await InviteAsync(holding);
        var page = await caller.GetAsync(link);
        Assert.DoesNotContain("pin", page.Forms().Keys);
        var before = await house.DigestAsync();
        await caller.PostAsync(link, page.Forms()["undangan"].Where(f => f.Key == "__form").Concat([new("_handler", "pin"), new("Phone.Pin", Good), new("Phone.Again", Good)]));
        Assert.Equal(before, await house.DigestAsync());
    }

    private async Task<(Guid Holding, Guid Account, Answer Answer)> EnrolAsync(Caller phone, int village)
    {
        var holding = await HeadAsync(village);
        var answer = await SetPinAsync(phone, await InviteAsync(holding), Good, Good);
        var account = await house.Here.AskAsync(async d =>
        {
            var person = await d.Set<OfficeHolding>().Where(h => h.Id == holding).Select(h => h.PersonId).SingleAsync();
            return await d.Users.Where(u => u.PersonId == person).Select(u => u.Id).SingleAsync();
        });
        return (holding, account, answer);
    }

    private static Task<Answer> SetPinAsync(Caller phone, string link, string pin, string again) =>
        phone.SubmitAsync(link, "pin", ("Phone.Pin", pin), ("Phone.Again", again));

    // The head of some village takes office, by the page.
    private async Task<Guid> HeadAsync(int village)
    {
        var office = await house.Here.AskAsync(d => d.Set<Office>().Where(o => o.Title == "Kepala Desa" && o.AreaCode!.StartsWith("35.08.01")).OrderBy(o => o.AreaCode).Select(o => o.Id).Skip(village).FirstAsync());
        var admin = await house.SignedInAsync("admin");
        await admin.SubmitAsync($"/jabatan/{office}", "pejabat", ("Input.Name", $"Kepala Contoh {village}"));
        return await house.Here.AskAsync(d => d.Set<OfficeHolding>().Where(h => h.OfficeId == office).Select(h => h.Id).SingleAsync());
    }

    private async Task<string> InviteAsync(Guid holding) =>
        new Uri((await ActAsync(holding, "invite")).Page().QuerySelector("#tautan")!.TextContent).AbsolutePath;

    private async Task<Answer> ActAsync(Guid holding, string what) =>
        await (await house.SignedInAsync("admin")).SubmitAsync("/akun", $"akun-{holding}", ("Act.What", what));
}
