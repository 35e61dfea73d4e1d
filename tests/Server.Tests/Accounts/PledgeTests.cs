using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Accounts;

/// <summary>Nothing is opened before the pledge of neutrality is given.</summary>
[Trait("Database", "each")]
public sealed class PledgeTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task UntilItIsGivenEveryPageLeadsToItAndEverythingElseIsRefused()
    {
        using var caller = house.Stranger();
        await SignInAsync(caller, "kabagops");
        foreach (var path in (string[])["/", "/tps", "/pengamanan", "/hak-akses", "/wilayah/35.08"])
            Assert.Equal($"/ikrar?kembali={Uri.EscapeDataString(path)}", (await caller.GetAsync(path)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.PostAsync("/pengamanan/baru")).Status);
        foreach (var path in (string[])["/batas", "/ikrar", "/sehat", "/site.css"]) Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(path)).Status);
        Assert.Equal("/ikrar", (await caller.GetAsync("/bahasa/id?kembali=/ikrar")).Path);

        var answer = await caller.SubmitAsync("/ikrar?kembali=%2Ftps", "ikrar");
        Assert.Equal("/tps", answer.Path);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/tps")).Status);
        var account = await house.Here.AskAsync(d => d.Users.SingleAsync(u => u.UserName == "kabagops"));
        Assert.Equal(1, account.PledgeVersion);
        Assert.NotNull(account.PledgedAt);
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action == "accounts.pledge" && e.Subject == account.Id.ToString())));

        // Once is enough, until there is another text.
        using var again = house.Stranger();
        await SignInAsync(again, "kabagops");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/")).Status);
        await house.Here.AskAsync(d => d.Users.Where(u => u.UserName == "kabagops").ExecuteUpdateAsync(s => s.SetProperty(u => u.PledgeVersion, 0)));
        Assert.StartsWith("/ikrar", (await again.GetAsync("/")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDoesNotGiveItCanSignOut()
    {
        using var caller = house.Stranger();
        await SignInAsync(caller, "camat");
        Assert.Equal("/masuk", (await caller.SubmitAsync("/ikrar", "/keluar")).Path);
        Assert.True((await caller.GetAsync("/")).AsksToSignIn);
    }

    private async Task SignInAsync(Caller caller, string account)
    {
        await caller.PasswordAsync(account, house[account].Password);
        await caller.CodeAsync(AccountMaker.CodeAt(house[account].TotpKey, TimeProvider.System.GetUtcNow()));
    }
}
