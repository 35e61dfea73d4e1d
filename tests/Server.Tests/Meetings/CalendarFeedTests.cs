using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings.Calendar;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>An address by which a telephone fetches its owner's meetings without signing in.</summary>
[Trait("Database", "each")]
public sealed class CalendarFeedTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AnAddressGivesTheMeetingsOfItsOwnerUntilItIsRenewedTakenBackOrTheAccountIsClosed()
    {
        var desk = await house.EnterAsync("desk");
        await Rakor.SendAsync(desk, "Rapat para Danramil", OfficeGroup.Danramil);
        await Rakor.SendAsync(desk, "Rapat para Camat", OfficeGroup.Camat);
        var draft = await Rakor.MakeAsync(desk, "Belum dikirim");
        var danramil = await house.EnterAsync("danramil");
        var first = await MakeAsync(danramil);
        var calendar = await FetchAsync(first);
        Assert.Contains("Rapat para Danramil", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Rapat para Camat", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.ToString(), calendar, StringComparison.Ordinal);
        // The address is shown once and kept nowhere.
        await danramil.OpenAsync("/rapat/kalender");
        Assert.DoesNotContain(first, danramil.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var secret = first.Split('/')[^1].Split('.')[0];
        Assert.True(secret.Length >= 22);
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<CalendarFeed>().CountAsync(f => f.SecretDigest.Contains(secret))));

        var second = await MakeAsync(danramil);
        Assert.Null(await FetchAsync(first));
        Assert.NotNull(await FetchAsync(second));
        await danramil.SendAsync("alamat-cabut");
        Assert.Null(await FetchAsync(second));

        var third = await MakeAsync(danramil);
        Assert.NotNull(await FetchAsync(third));
        var person = await house.Here.AskAsync(d => d.Users.Where(a => a.UserName == "danramil").Select(a => new { a.Id, a.PersonId }).SingleAsync());
        var holding = await house.Here.AskAsync(d => d.Set<Server.Offices.OfficeHolding>().Where(h => h.PersonId == person.PersonId).Select(h => h.Id).SingleAsync());
        var admin = await house.EnterAsync("admin");
        await admin.OpenAsync("/akun?cari=Danramil");
        await admin.SendAsync($"akun-{holding}", ("Act.What", "close"));
        Assert.Null(await FetchAsync(third));
        Assert.Null(await FetchAsync("/kalender/salah.ics"));
    }

    private static async Task<string> MakeAsync(Visitor who)
    {
        await who.OpenAsync("/rapat/kalender");
        await who.SendAsync("alamat-baru");
        return new Uri(who.Page.QuerySelector("#alamat")!.TextContent).AbsolutePath;
    }

    // Without any cookie, as a calendar does.
    private async Task<string?> FetchAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = house.Here.Address };
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
