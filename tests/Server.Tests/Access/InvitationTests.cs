using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Sample;

namespace TigaPilar.Server.Tests.Access;

/// <summary>How accounts come, are given back and end: by links that the administrator makes.</summary>
[Trait("Database", "each")]
public sealed class InvitationTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AnInvitationWorksOnce()
    {
        var link = await InviteAsync("Ketua DPRD");
        using var invited = house.Stranger();
        var account = await AcceptAsync(invited, link, "ketuadprd");
        Assert.Equal("/", (await invited.SignInAsync(account)).Path);
        using var second = house.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(link)).Status);
    }

    [Fact]
    public async Task AnInvitationExpires()
    {
        var link = await InviteAsync("Dandim");
        await house.Here.AskAsync(d => d.Set<Invitation>().Where(i => i.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ExpiresAt, TimeProvider.System.GetUtcNow().AddSeconds(-1))));
        using var late = house.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync(link)).Status);
    }

    [Fact]
    public async Task ANewerInvitationWithdrawsTheOneBefore()
    {
        var first = await InviteAsync("Sekretaris Daerah");
        var second = await InviteAsync("Sekretaris Daerah");
        using var caller = house.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(second)).Status);
    }

    [Fact]
    public async Task ALinkIsKeptNowhere()
    {
        var token = (await InviteAsync("Danramil")).Split('/')[^1];
        var kept = await house.Here.AskAsync(d => d.Set<Invitation>().Select(i => i.TokenDigest).ToListAsync());
        Assert.DoesNotContain(kept, k => k.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWrongCodeMakesNoAccount()
    {
        var link = await InviteAsync("Kapolsek");
        using var caller = house.Stranger();
        var before = await house.DigestAsync();
        var answer = await caller.SubmitAsync(link, "undangan", ("Input.Name", "kapolsek.baru"), ("Input.Password", "kata sandi yang panjang"), ("Input.Again", "kata sandi yang panjang"), ("Input.Code", "000000"));
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(before, await house.DigestAsync());
    }

    [Fact]
    public async Task RecoveryEndsTheSessionsThatAreOpenAndTheOldPassword()
    {
        using var open = house.Stranger();
        await open.SignInAsync(house["camat"]);
        var link = await InviteAsync("Camat", "camat");
        using var owner = house.Stranger();
        var renewed = await AcceptAsync(owner, link, "camat");
        Assert.True((await open.GetAsync("/")).AsksToSignIn);
        using var old = house.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await old.PasswordAsync("camat", house["camat"].Password)).Status);
        Assert.Equal("/", (await owner.SignInAsync(renewed)).Path);
    }

    [Fact]
    public async Task AClosedAccountsOpenSessionDiesAtItsNextRequest()
    {
        using var open = house.Stranger();
        await open.SignInAsync(house["dprd"]);
        Assert.Equal(HttpStatusCode.OK, (await open.GetAsync("/")).Status);
        await ActAsync("Ketua Komisi A", "dprd", "close");
        Assert.True((await open.GetAsync("/")).AsksToSignIn);
        using var again = house.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await again.PasswordAsync("dprd", house["dprd"].Password)).Status);
    }

    [Fact]
    public async Task TheAdministratorDoesNotCloseTheOwnAccount()
    {
        var answer = await ActAsync("Administrator sistem", "admin", "close");
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await house.SignedInAsync("admin")).GetAsync("/")).Status);
    }

    private async Task<string> InviteAsync(string office, string? account = null)
    {
        var answer = await ActAsync(office, account, "invite");
        var link = answer.Page().QuerySelector("#tautan")?.TextContent ?? throw new InvalidOperationException($"No link for {office}: {answer.Body}");
        return new Uri(link).AbsolutePath;
    }

    // Presses a button in the row of an office: the first vacant one of that title, or the one of an account.
    private async Task<Answer> ActAsync(string office, string? account, string what)
    {
        var holding = await house.Here.AskAsync(async d =>
        {
            var person = account is null ? (Guid?)null : await d.Users.Where(u => u.UserName == account).Select(u => u.PersonId).SingleAsync();
            return await d.Set<OfficeHolding>().Where(h => h.Office!.Title == office && (person == null ? !d.Users.Any(u => u.PersonId == h.PersonId) : h.PersonId == person))
                .OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        });
        var admin = await house.SignedInAsync("admin");
        return await admin.SubmitAsync($"/akun?cari={Uri.EscapeDataString(office)}", $"akun-{holding}", ("Act.What", what));
    }

    private static async Task<SampleAccount> AcceptAsync(Caller caller, string link, string name)
    {
        var page = await caller.GetAsync(link);
        var key = page.Page().QuerySelector("#kunci")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var account = new SampleAccount(name, "", "", "kata sandi yang panjang", key);
        var fields = page.Forms()["undangan"].Where(f => !f.Key.StartsWith("Input.", StringComparison.Ordinal) || f.Key == "Input.Seal")
            .Append(new("Input.Name", name)).Append(new("Input.Password", account.Password)).Append(new("Input.Again", account.Password))
            .Append(new("Input.Code", AccountMaker.CodeAt(key, TimeProvider.System.GetUtcNow())));
        var answer = await caller.PostAsync(link, fields);
        Assert.Equal("/masuk?siap=1", answer.Path);
        return account;
    }
}
