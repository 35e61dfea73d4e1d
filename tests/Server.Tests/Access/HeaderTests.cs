using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Access;

/// <summary>What every answer carries, and what the log keeps.</summary>
public sealed class HeaderTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task EveryAnswerForbidsScriptsOfOthersAndOfItself()
    {
        var addresses = await RouteAddresses.OfAsync(house);
        var caller = await house.SignedInAsync("kabagops");
        var paths = Routes.Of(house.Here.Services).Where(r => r.Methods.Contains("GET") && r.Pattern.StartsWith('/') && !Routes.Framework.Contains(r.Pattern, StringComparer.Ordinal))
            .Select(r => addresses.Fill(r, Whose.Own)).Append("/site.css").Append("/tidak/ada/di/sini");
        foreach (var path in paths)
        {
            var answer = await caller.GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            // The plan carries its own script, and therefore stands in a sandbox without this site's cookies.
            if (path.EndsWith("/plan.html", StringComparison.Ordinal)) Assert.StartsWith("sandbox ", policy, StringComparison.Ordinal);
            else Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            if (policy.StartsWith("sandbox", StringComparison.Ordinal)) Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.True(answer.Headers.Contains("Permissions-Policy"));
        }
    }

    [Fact]
    public async Task APageWithSomebodysDataIsNotKeptByCaches()
    {
        var caller = await house.SignedInAsync("kabagops");
        foreach (var path in (string[])["/", "/tps", "/wilayah/35.08", "/pengamanan", $"/pengamanan/{house.OwnPlan}", $"/pengamanan/{house.OwnPlan}/plan.html", "/tps/unduh", "/peta/wilayah?di=35.08"])
        {
            var answer = await caller.GetAsync(path);
            Assert.True(
                answer.Headers.TryGetValues("Cache-Control", out var control) && string.Join(',', control) is var said && (said.Contains("private", StringComparison.Ordinal) || said.Contains("no-store", StringComparison.Ordinal)),
                $"{path}: {(answer.Headers.TryGetValues("Cache-Control", out var found) ? string.Join(',', found) : "nothing said")}");
        }
    }

    [Fact]
    public async Task StylesComeCompressedAndAreKeptByThePhone()
    {
        var client = house.Here.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var phone = new HttpClient { BaseAddress = new Uri(client) };
        phone.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var page = new Caller(phone.BaseAddress);
        var name = System.Text.RegularExpressions.Regex.Match((await page.GetAsync("/masuk")).Body, @"site\.\w+\.css", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var styles = await phone.GetAsync(new Uri(name, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("immutable", styles.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.InRange(styles.Content.Headers.ContentLength ?? 0, 10_000, 150_000);
    }

    [Fact]
    public async Task BehindHttpsEveryCookieIsSecureAndTheSessionsBoundToTheHost()
    {
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-https-").FullName;
        await using (var app = WebServer.Build(new ServerSettings(StorageSettings.InFolder(folder), "http://127.0.0.1:0", new Uri("https://tigapilar.example"))))
        {
            await StorageModule.MigrateAsync(app.Services, CancellationToken.None);
            await app.StartAsync(CancellationToken.None);
            var code = app.Services.GetRequiredService<FirstRunCode>().Open();
            using var caller = new Caller(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
            var answers = new List<Answer> { await caller.GetAsync("/masuk"), await caller.GetAsync("/bahasa/en") };
            Assert.NotEmpty(answers.SelectMany(a => a.Cookies));
            Assert.All(answers.SelectMany(a => a.Cookies), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
            _ = code;
            var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>();
            foreach (var scheme in (string[])["Identity.Application", "Identity.TwoFactorUserId"])
            {
                var cookie = options.Get(scheme).Cookie;
                Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
                Assert.Equal((Microsoft.AspNetCore.Http.CookieSecurePolicy.Always, true, Microsoft.AspNetCore.Http.SameSiteMode.Strict), (cookie.SecurePolicy, cookie.HttpOnly, cookie.SameSite));
            }

            await app.StopAsync(CancellationToken.None);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntry\" SET \"Action\" = 'lain'")]
    [InlineData("DELETE FROM \"AuditEntry\"")]
    public async Task TheLogIsNeitherChangedNorCut(string sql)
    {
        using var caller = house.Stranger();
        await caller.PasswordAsync("danyon", "bukan-kata-sandinya");
        var before = await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync());
        Assert.True(before > 0);
        // Where a service goes round the program, the engine itself refuses.
        await Assert.ThrowsAnyAsync<DbException>(() => house.Here.AskAsync(d => d.Database.ExecuteSqlRawAsync(sql)));
        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action != "lain")));
    }
}
