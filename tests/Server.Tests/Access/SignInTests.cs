using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Shell.Audit;

namespace TigaPilar.Server.Tests.Access;

/// <summary>Signing in by the real forms. Each test takes an account of its own, since some are locked by it.</summary>
[Trait("Database", "each")]
public sealed class SignInTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task APasswordAloneLetsNobodyIn()
    {
        using var caller = house.Stranger();
        var answer = await caller.PasswordAsync("desk", house["desk"].Password);
        Assert.StartsWith("/masuk/kode", answer.Path, StringComparison.Ordinal);
        Assert.True((await caller.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task FiveWrongPasswordsLockTheAccountEvenForTheRightOne()
    {
        using var caller = house.Stranger();
        for (var i = 0; i < 5; i++) await caller.PasswordAsync("satpolpp", "bukan-kata-sandinya");
        var answer = await caller.PasswordAsync("satpolpp", house["satpolpp"].Password);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains(await ActionsAsync(), a => a == "signin.locked");
    }

    [Fact]
    public async Task FiveWrongCodesLockTheAccount()
    {
        using var caller = house.Stranger();
        await caller.PasswordAsync("bawaslu", house["bawaslu"].Password);
        var right = AccountMaker.CodeAt(house["bawaslu"].TotpKey, TimeProvider.System.GetUtcNow());
        var wrong = right == "000000" ? "111111" : "000000";
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await caller.CodeAsync(wrong)).Status);
        var answer = await caller.CodeAsync(AccountMaker.CodeAt(house["bawaslu"].TotpKey, TimeProvider.System.GetUtcNow()));
        Assert.NotEqual("/", answer.Path);
        Assert.True((await caller.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task AnUnknownNameAndAWrongPasswordAnswerAlike()
    {
        using var caller = house.Stranger();
        var unknown = await caller.PasswordAsync("tidak-ada", "bukan-kata-sandinya");
        var wrong = await caller.PasswordAsync("danyon", "bukan-kata-sandinya");
        Assert.Equal(Alert(unknown), Alert(wrong));
        Assert.NotNull(Alert(wrong));
    }

    [Fact]
    public async Task ThirtyAttemptsInAMinuteAreEnough()
    {
        using var caller = house.Stranger();
        var page = (await caller.GetAsync("/masuk")).Forms()["masuk"];
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            page = [.. page.Where(f => !f.Key.StartsWith("Input.", StringComparison.Ordinal)), new("Input.Name", $"orang{i}"), new("Input.Password", "tebakan-saja")];
            answers.Add((await caller.PostAsync("/masuk", page)).Status);
        }

        Assert.All(answers.Take(30), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30]);
        // Others are not made to wait for it.
        using var other = house.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await other.PasswordAsync("orang", "tebakan-saja")).Status);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task ThePageToReturnToIsNeverOnAnotherSite(string back)
    {
        using var caller = house.Stranger();
        Assert.Equal("/", (await caller.SignInAsync(house["kpu"], back)).Path);
        Assert.Equal("/", (await caller.GetAsync($"/bahasa/en?kembali={Uri.EscapeDataString(back)}")).Path);
    }

    [Fact]
    public async Task OneReturnsToThePageThatOneAskedFor()
    {
        using var caller = house.Stranger();
        var asked = await caller.GetAsync("/tps?di=35.08.01&urut=-desa");
        Assert.Equal("/masuk?kembali=%2Ftps%3Fdi%3D35.08.01%26urut%3D-desa", asked.Path);
        Assert.Equal("/tps?di=35.08.01&urut=-desa", (await caller.SignInAsync(house["kpu"], "/tps?di=35.08.01&urut=-desa")).Path);
    }

    [Fact]
    public async Task AFormFromAnotherSiteIsRefused()
    {
        using var caller = house.Stranger();
        var form = (await caller.GetAsync("/masuk")).Forms()["masuk"];
        var answer = await caller.PostAsync("/masuk", form.Where(f => f.Key != "__form"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var signedIn = await house.SignedInAsync("desk");
        Assert.Equal(HttpStatusCode.BadRequest, (await signedIn.PostAsync("/keluar")).Status);
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/")).Status);
    }

    [Fact]
    public async Task SigningOutEndsTheSession()
    {
        using var caller = house.Stranger();
        await caller.SignInAsync(house["danramil"]);
        await caller.SubmitAsync("/hak-akses", "/keluar");
        Assert.True((await caller.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task TheSessionsCookieIsKeptFromScriptsAndFromOtherSites()
    {
        using var caller = house.Stranger();
        var form = await caller.GetAsync("/masuk");
        var answer = await caller.SignInAsync(house["pasiops"]);
        var cookies = form.Cookies.Concat(answer.Cookies).Where(c => !c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).ToList();
        Assert.Contains(cookies, c => c.StartsWith("tigapilar=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("tigapilar-form=", StringComparison.Ordinal));
        Assert.All(cookies, c =>
        {
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string? Alert(Answer answer) => answer.Page().QuerySelector("[role=alert]")?.TextContent;

    private Task<List<string>> ActionsAsync() => house.Here.AskAsync(d => d.Set<AuditEntry>().Select(e => e.Action).ToListAsync());
}
