using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Shell.Feed;

namespace TigaPilar.Server.Tests.Incidents;

/// <summary>The way in for what is sent by a script: a phone that was without connection, a desk that sends many.</summary>
[Trait("Database", "each")]
public sealed class IntakeTests(House house) : IClassFixture<House>
{
    private const string Path = "/api/kejadian";
    private const string Own = "35.08.04";

    [Fact]
    public async Task WhatIsSentTwiceIsOneReportOneEventAndOneEntry()
    {
        var camat = await house.SignedInAsync("camat");
        var id = Guid.CreateVersion7();
        var first = await camat.PostTextAsync(Path, One(id));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((true, false), (Reports(first)[0].GetProperty("received").GetBoolean(), Reports(first)[0].GetProperty("known").GetBoolean()));
        // Again, and twice in one request, and by several at once.
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => camat.PostTextAsync(Path, $"[{One(id)},{One(id, "Isi lain")}]")));
        Assert.All(again.SelectMany(Reports), r => Assert.True(r.GetProperty("received").GetBoolean() && r.GetProperty("known").GetBoolean()));
        Assert.Equal("Keadaan tertib", (await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Id == id))).What);
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Subject == id.ToString())));
        Assert.Equal(1, await house.Here.AskAsync(async d => await d.Set<PendingEvent>().CountAsync(e => e.Subject == id.ToString()) + await d.Set<FeedEvent>().CountAsync(e => e.Subject == id.ToString())));
    }

    [Fact]
    public async Task OfAListTheGoodAreKeptAndOfEachBadOneItIsSaidWhatIsWrongWhere()
    {
        var camat = await house.SignedInAsync("camat");
        Guid[] ids = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
        var answer = await camat.PostTextAsync(Path, $"""[{One(ids[0])},{One(ids[1], "")},{One(ids[2], area: "35.08.06")},{One(ids[3]).Replace("\"where\"", "\"tempat\"", StringComparison.Ordinal)},{One(ids[4]).Replace("\"Keadaan tertib\"", "5", StringComparison.Ordinal)},{One(ids[5], area: "35.08.04.9999")}]""");
        Assert.Equal(HttpStatusCode.MultiStatus, answer.Status);
        Assert.Equal([null, "what", "area", "where", "what", "area"], Reports(answer).Select(r => r.TryGetProperty("field", out var field) ? field.GetString() : null));
        Assert.All(Reports(answer).Skip(1), r => Assert.False(r.GetProperty("received").GetBoolean()));
        Assert.Equal([ids[0]], await house.Here.AskAsync(d => d.Set<IncidentReport>().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync()));
        // Alone, a bad one is a bad request; and where one's office has no area there is nothing to mend.
        Assert.Equal(HttpStatusCode.BadRequest, (await camat.PostTextAsync(Path, One(Guid.CreateVersion7(), area: "35.08.06"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await house.SignedInAsync("danyon")).PostTextAsync(Path, One(Guid.CreateVersion7()))).Status);
    }

    [Fact]
    public async Task WhateverIsSentIsKeptAsTextOrClearlyRefused()
    {
        var desk = await house.SignedInAsync("desk");
        var before = await CountAsync();
        var good = One(Guid.CreateVersion7());
        (string Text, string Type, HttpStatusCode Status)[] sent =
        [
            ("", "application/json", HttpStatusCode.BadRequest), ("{", "application/json", HttpStatusCode.BadRequest), ("[]", "application/json", HttpStatusCode.BadRequest),
            ("5", "application/json", HttpStatusCode.BadRequest), ("[5,null]", "application/json", HttpStatusCode.BadRequest), ("{}", "application/json", HttpStatusCode.BadRequest),
            (new string('[', 5000), "application/json", HttpStatusCode.BadRequest), (good, "text/plain", HttpStatusCode.BadRequest), (good.Replace(Own, "' OR 1=1 --", StringComparison.Ordinal), "application/json", HttpStatusCode.BadRequest),
            (One(Guid.CreateVersion7(), "\\ud800"), "application/json", HttpStatusCode.BadRequest), (One(Guid.CreateVersion7(), new string('x', 1001)), "application/json", HttpStatusCode.BadRequest),
            ($"[{string.Join(',', Enumerable.Range(0, 51).Select(_ => One(Guid.CreateVersion7())))}]", "application/json", HttpStatusCode.RequestEntityTooLarge),
            (One(Guid.CreateVersion7(), new string('x', 500_000)), "application/json", HttpStatusCode.RequestEntityTooLarge),
        ];
        foreach (var (text, type, status) in sent)
        {
            var answer = await desk.PostTextAsync(Path, text, type);
            Assert.True(answer.Status == status && answer.Body.Contains("\"problem\"", StringComparison.Ordinal), $"{text[..Math.Min(60, text.Length)]}: {(int)answer.Status} {answer.Body}");
        }

        // By a page of another site.
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostTextAsync(Path, good, headers: ("Origin", "https://contoh.example"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostTextAsync(Path, good, headers: ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(before, await CountAsync());

        var id = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.OK, (await desk.PostTextAsync(Path, One(id, "<script>alert(1)</script>\\u0000 '; DROP TABLE x"))).Status);
        Assert.Equal("<script>alert(1)</script> '; DROP TABLE x", (await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Id == id))).What);
        var list = await desk.GetAsync("/kejadian/laporan");
        Assert.Contains("<script>alert(1)</script>", list.Page().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(list.Page().QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task AClosedAccountSendsNothingMore()
    {
        var caller = house.Stranger();
        await caller.SignInAsync(house["kades"]);
        const string village = "35.08.04.2001";
        Assert.Equal(HttpStatusCode.OK, (await caller.PostTextAsync(Path, One(Guid.CreateVersion7(), area: village))).Status);
        await house.Here.WithAsync(async (Database database) => (await database.Users.SingleAsync(a => a.UserName == "kades")).ClosedAt = TimeProvider.System.GetUtcNow(), save: true);
        Assert.True((await caller.PostTextAsync(Path, One(Guid.CreateVersion7(), area: village))).AsksToSignIn);
        await house.Here.WithAsync(async (Database database) => (await database.Users.SingleAsync(a => a.UserName == "kades")).ClosedAt = null, save: true);
    }

    [Fact]
    public async Task BoardsAreToldHowManyInWhichKecamatanAndThoseWhoSortOfEach()
    {
        await using var board = await Follower.OpenAsync(house.Here.Address, (await house.SignedInAsync("kabagops")).Jar, counts: true);
        await using var sorter = await Follower.OpenAsync(house.Here.Address, (await house.SignedInAsync("kabagops")).Jar);
        var camat = await house.SignedInAsync("camat");
        Guid[] ids = [.. Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7())];
        Assert.Equal(HttpStatusCode.OK, (await camat.PostTextAsync(Path, $"[{string.Join(',', ids.Select(id => One(id)))}]")).Status);
        Assert.True(await sorter.UntilAsync(f => ids.All(id => f.Events.Any(e => e.Subject == id.ToString()))));
        Assert.True(await board.UntilAsync(f => Counted(f) >= 40));
        Assert.Empty(board.Events);
        Assert.InRange(board.All.Select(t => t.Id).Distinct().Count(), 1, 4);

        static int Counted(Follower follower) => follower.All.Where(t => t is { Kind: "hitung", Topic: "incidents", Area: Own }).Sum(t => t.Count);
    }

    [Fact]
    public async Task WhoBringsTooMuchWaitsBehindHimselfAndOthersAreWrittenBeforeHim()
    {
        await using var provider = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddHttpContextAccessor().AddStorage(house.Here.Storage).BuildServiceProvider();
        using var writer = new Slow(provider.GetRequiredService<IServiceScopeFactory>());
        await writer.StartAsync(CancellationToken.None);
        List<Task> flood = [writer.AddAsync("banjir", 0, CancellationToken.None)];
        await writer.Begun.WaitAsync(TestContext.Current.CancellationToken);
        for (var i = 1; i <= GroupCommit<int>.MostOfOne; i++) flood.Add(writer.AddAsync("banjir", i, CancellationToken.None));
        Assert.True((await Assert.ThrowsAsync<TooBusyException>(() => writer.AddAsync("banjir", -1, CancellationToken.None))).OfOneSource);
        var other = writer.AddAsync("desa", [1000, 1001], CancellationToken.None);
        writer.Go.Release(1000);
        await other;
        await Task.WhenAll(flood);
        // In the group after the one that was being written, beside a few of the flood.
        Assert.Contains(1001, writer.Groups[1]);
        Assert.InRange(writer.Groups[1].Count, 3, 20);
        await writer.StopAsync(CancellationToken.None);
        await Assert.ThrowsAsync<TooBusyException>(() => writer.AddAsync("desa", 1, CancellationToken.None));
    }

    private static string One(Guid id, string what = "Keadaan tertib", string area = Own) => $$"""{"id":"{{id}}","what":"{{what}}","where":"Balai desa contoh","area":"{{area}}"}""";

    private static List<JsonElement> Reports(Answer answer) => [.. JsonDocument.Parse(answer.Body).RootElement.GetProperty("reports").EnumerateArray()];

    private Task<int> CountAsync() => house.Here.AskAsync(d => d.Set<IncidentReport>().CountAsync());

    private sealed class Slow(IServiceScopeFactory scopes) : GroupCommit<int>(scopes, NullLogger.Instance)
    {
        public SemaphoreSlim Begun { get; } = new(0);

        public SemaphoreSlim Go { get; } = new(0);

        public List<IReadOnlyList<int>> Groups { get; } = [];

        public override void Dispose()
        {
            base.Dispose();
            Begun.Dispose();
            Go.Dispose();
        }

        protected override async Task<bool[]> WriteAsync(Database database, IReadOnlyList<int> items, CancellationToken cancel)
        {
            Groups.Add(items);
            Begun.Release();
            await Go.WaitAsync(cancel);
            return [.. items.Select(_ => true)];
        }
    }
}
