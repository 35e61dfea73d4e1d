using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Territory;

namespace TigaPilar.Server.Tests.Access;

/// <summary>The first administrator of an empty installation: by a code from the console, once.</summary>
[Trait("Database", "each")]
public sealed class FirstRunTests
{
    private const string Password = "kata sandi yang panjang";

    [Fact]
    public async Task TheCodeMakesOneAdministratorAndThenNoMore()
    {
        await using var here = await Installation.CreateAsync(running: true);
        var code = here.Services.GetRequiredService<FirstRunCode>().Open();
        using var caller = new Caller(here.Address);
        var (answer, account) = await BeginAsync(caller, $"/awal/{code}", "35.08");
        Assert.Equal("/masuk?siap=1", answer.Path);
        Assert.Equal("/", (await caller.SignInAsync(account)).Path);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/akun")).Status);
        // With the kabupaten come its villages from the official list.
        Assert.True(await here.AskAsync(d => d.Set<Area>().CountAsync(a => a.Code.StartsWith("35.08."))) > 200);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/awal/{code}")).Status);
    }

    [Fact]
    public async Task AWrongCodeMakesNobody()
    {
        await using var here = await Installation.CreateAsync(running: true);
        here.Services.GetRequiredService<FirstRunCode>().Open();
        using var caller = new Caller(here.Address);
        var answer = await caller.GetAsync("/awal/salah");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Empty(answer.Forms());
        Assert.Equal(0, await here.AskAsync(d => d.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task AKabupatenThatIsNotThereMakesNobody()
    {
        await using var here = await Installation.CreateAsync(running: true);
        var code = here.Services.GetRequiredService<FirstRunCode>().Open();
        using var caller = new Caller(here.Address);
        var (answer, _) = await BeginAsync(caller, $"/awal/{code}", "99.99");
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, await here.AskAsync(d => d.Users.CountAsync()));
    }

    private static async Task<(Answer, SampleAccount)> BeginAsync(Caller caller, string path, string kabupaten)
    {
        var page = await caller.GetAsync(path);
        var key = page.Page().QuerySelector("#kunci")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var account = new SampleAccount("pertama", "", "", Password, key);
        var answer = await caller.PostAsync(path, page.Forms()["awal"].Where(f => f.Key is "__form" or "_handler" or "Input.Seal").Concat(
        [
            new("Start.Person", "Rekaan Pertama"), new("Start.Kabupaten", kabupaten), new("Input.Name", account.Name), new("Input.Password", Password),
            new("Input.Again", Password), new("Input.Code", AccountMaker.CodeAt(key, TimeProvider.System.GetUtcNow())),
        ]));
        return (answer, account);
    }
}
