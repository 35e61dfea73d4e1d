using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Offices;

/// <summary>Forums seat offices, so that who sits in them follows from who holds the offices; a pillar that is missing is said.</summary>
[Trait("Database", "each")]
public sealed class ForumTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheBupatiHasTheChairOfForkopimdaAndNoPillarIsMissing()
    {
        var forum = await ForumAsync(f => f.Kind == ForumKind.Forkopimda && f.AreaCode == House.OwnKabupaten);
        var page = (await (await house.SignedInAsync("kades")).GetAsync($"/forum/{forum}")).Page();
        Assert.Contains("Bupati", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Belum ada unsur", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task APillarThatIsMissingIsSaidAndThoseInvitedDoNotFillIt()
    {
        var desk = await house.SignedInAsync("desk");
        var made = await desk.SubmitAsync("/forum/baru", "forum", ("Input.Kind", "Desk"), ("Input.Name", "Tim Pengamanan Pilkades"), ("Input.AreaCode", "35.08"));
        Assert.StartsWith("/desk/", made.Path, StringComparison.Ordinal);
        var path = made.Path.Replace("/desk/", "/forum/", StringComparison.Ordinal);
        Assert.Equal(["Pemerintah daerah", "TNI", "Polri"], await MissingAsync(desk, path));
        await SeatAsync(desk, path, "Dandim", "Invited");
        Assert.Contains("TNI", await MissingAsync(desk, path));
        await SeatAsync(desk, path, "Dandim", "Member", again: true);
        Assert.Equal(["Pemerintah daerah", "Polri"], await MissingAsync(desk, path));
    }

    [Fact]
    public async Task ForkopimcamAreMadeWhereTheyLackAndOnlyThere()
    {
        var admin = await house.SignedInAsync("admin");
        var gone = await ForumAsync(f => f.Kind == ForumKind.Forkopimcam && f.AreaCode == "35.08.01");
        await house.Here.AskAsync(d => d.Set<Forum>().Where(f => f.Id == gone).ExecuteDeleteAsync());
        var answer = await admin.SubmitAsync("/forum", "forkopimcam");
        Assert.Contains("1 Forkopimcam dibentuk", answer.Body, StringComparison.Ordinal);
        var made = await ForumAsync(f => f.Kind == ForumKind.Forkopimcam && f.AreaCode == "35.08.01");
        var rows = (await admin.GetAsync($"/forum/{made}")).Page().QuerySelectorAll("main tbody th").Select(r => r.TextContent.Split(',')[0]).ToList();
        Assert.Equal(["Camat", "Danramil", "Kapolsek"], rows);
        Assert.Contains("0 Forkopimcam dibentuk", (await admin.SubmitAsync("/forum", "forkopimcam")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeskMakesNoForumElsewhereAndChangesNone()
    {
        var desk = await house.SignedInAsync("desk");
        var before = await house.DigestAsync();
        var answer = await desk.SubmitAsync("/forum/baru", "forum", ("Input.Name", "Forum jauh"), ("Input.AreaCode", House.OtherKabupaten));
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        var other = await ForumAsync(f => f.AreaCode == House.OtherKabupaten && f.Kind == ForumKind.Forkopimda);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/forum/{other}")).Status);
        Assert.Equal(before, await house.DigestAsync());
        // One reads the forum of the kabupaten, and changes nothing on it.
        var camat = await house.SignedInAsync("camat");
        var own = await ForumAsync(f => f.Kind == ForumKind.Desk && f.Name.StartsWith("Desk Pemilu"));
        Assert.Equal(["/keluar"], (await camat.GetAsync($"/forum/{own}")).Forms().Keys);
    }

    private async Task SeatAsync(Caller caller, string path, string title, string part, bool again = false)
    {
        var office = await house.Here.AskAsync(d => d.Set<Office>().Where(o => o.Title == title).Select(o => o.Id).SingleAsync());
        if (again) await caller.SubmitAsync(path, $"keluarkan-{office}");
        var answer = await caller.SubmitAsync($"{path}?cari={title}", "anggota", ("Seat.Office", office.ToString()), ("Seat.Part", part));
        Assert.Contains("role=\"status\"", answer.Body, StringComparison.Ordinal);
    }

    private static async Task<List<string>> MissingAsync(Caller caller, string path) =>
        [.. (await caller.GetAsync(path)).Page().QuerySelectorAll(".answer .warn").Select(w => w.TextContent.Trim().Replace("Belum ada unsur ", "", StringComparison.Ordinal).TrimEnd('.'))];

    private Task<Guid> ForumAsync(System.Linq.Expressions.Expression<Func<Forum, bool>> which) =>
        house.Here.AskAsync(d => d.Set<Forum>().Where(which).Select(f => f.Id).SingleAsync());
}
