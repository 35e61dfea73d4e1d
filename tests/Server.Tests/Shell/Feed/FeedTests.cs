using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Shell.Feed;

/// <summary>What one commits, all who may know it see at once, and nobody else.</summary>
[Trait("Database", "each")]
public sealed class FeedTests(House house) : IClassFixture<House>
{
    // Who may read what, and where, by the matrix and the sample's offices.
    private static readonly (string Permission, string? Area, string[] Told)[] Cases =
    [
        ("stations.read", "35.08.05.2001.001", ["desk", "kabagops", "pasiops", "kpu", "bawaslu"]),
        ("stations.read", "35.08.04.2002.001", ["desk", "kabagops", "pasiops", "kpu", "bawaslu", "camat"]),
        ("guardplan.read", "35.08.04.2001", ["kabagops", "pasiops"]),
        ("areas.read", "35.08.04.2001", ["desk", "kabagops", "pasiops", "kpu", "bawaslu", "dprd", "kades", "camat"]),
        ("stations.read", "35.07.01.2001.001", []),
        ("areas.read", "35.08", ["desk", "kabagops", "pasiops", "kpu", "bawaslu", "dprd"]),
        ("guardplan.read", "35.08", ["kabagops", "pasiops"]),
        ("audit.read", null, []),
        ("elections.read", null, ["desk", "kabagops", "pasiops", "kpu", "bawaslu", "dprd", "danyon", "kades", "camat"]),
    ];

    private static readonly string[] Followers = ["desk", "kabagops", "pasiops", "kpu", "bawaslu", "dprd", "danyon", "kades", "camat"];

    [Fact]
    public async Task EachIsToldWhatTheOfficeMayReadThereAndNothingElse()
    {
        var followers = new Dictionary<string, Follower>(StringComparer.Ordinal);
        foreach (var name in Followers) followers[name] = await FollowAsync(name);
        var sent = new List<(string Subject, string[] Told)>();
        foreach (var (permission, area, told) in Cases) sent.Add((await AnnounceAsync(permission, area), told));
        // Those who get the last one have got all before it.
        foreach (var follower in followers.Values)
            Assert.True(await follower.UntilAsync(f => f.Events.Any(e => e.Subject == sent[^1].Subject)));
        foreach (var (name, follower) in followers)
        {
            var expected = sent.Where(s => s.Told.Contains(name, StringComparer.Ordinal)).Select(s => s.Subject);
            Assert.Equal(expected, follower.Events.Select(e => e.Subject).Where(s => sent.Exists(x => x.Subject == s)));
            await follower.DisposeAsync();
        }
    }

    [Fact]
    public async Task WhoComesBackGetsWhatWasMissedOnceAndInOrder()
    {
        var first = await FollowAsync("kpu");
        var before = await AnnounceAsync("stations.read", "35.08.01");
        Assert.True(await first.UntilAsync(f => f.Events.Any(e => e.Subject == before)));
        var last = first.Events.Last().Id;
        await first.DisposeAsync();
        var missed = new List<string>();
        for (var i = 0; i < 5; i++) missed.Add(await AnnounceAsync("stations.read", "35.08.02"));
        await using var again = await FollowAsync("kpu", lastEventId: last);
        var after = await AnnounceAsync("stations.read", "35.08.03");
        Assert.True(await again.UntilAsync(f => f.Events.Any(e => e.Subject == after)));
        Assert.Equal([.. missed, after], again.Events.Select(e => e.Subject));
    }

    [Fact]
    public async Task EventsOfManyWritersAtOnceComeToAllInTheSameOrderNoneTwice()
    {
        await using var one = await FollowAsync("kpu");
        await using var other = await FollowAsync("kabagops");
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var subjects = new List<string>();
            for (var i = 0; i < 20; i++) subjects.Add(await AnnounceAsync("stations.read", "35.08.04"));
            return subjects;
        })));
        var all = sent.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        List<Told> Mine(Follower follower) => [.. follower.Events.Where(e => all.Contains(e.Subject))];
        Assert.True(await one.UntilAsync(f => Mine(f).Count >= all.Count) && await other.UntilAsync(f => Mine(f).Count >= all.Count));
        Assert.Equal(all.Count, Mine(one).Count);
        Assert.Equal(Mine(one), Mine(other));
        Assert.Equal(Mine(one).Select(e => e.Id).Order(), Mine(one).Select(e => e.Id));
        // What one writer committed first is told first.
        foreach (var writer in sent) Assert.Equal(writer, Mine(one).Select(e => e.Subject).Where(writer.Contains));
    }

    [Fact]
    public async Task WhatWasNotCommittedIsNeverTold()
    {
        await using var follower = await FollowAsync("kpu");
        var undone = Guid.NewGuid().ToString();
        await house.Here.AskAsync(async database =>
        {
            await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
            database.Announce("stations.read", undone, "35.08.01", TimeProvider.System.GetUtcNow());
            return await database.SaveChangesAsync();
        });
        var done = await AnnounceAsync("stations.read", "35.08.01");
        Assert.True(await follower.UntilAsync(f => f.Events.Any(e => e.Subject == done)));
        Assert.DoesNotContain(follower.Events, e => e.Subject == undone);
    }

    [Fact]
    public async Task PositionsHaveNoGapsAndAreHeldByTheDatabase()
    {
        // What is older than a page waits was swept at the start, and leaves a gap behind.
        var before = await house.Here.AskAsync(database => database.Set<FeedEvent>().MaxAsync(e => e.Position));
        for (var i = 0; i < 3; i++) await AnnounceAsync("areas.read", "35.08");
        await using var follower = await FollowAsync("desk");
        var last = await AnnounceAsync("areas.read", "35.08");
        Assert.True(await follower.UntilAsync(f => f.Events.Any(e => e.Subject == last)));
        var positions = await house.Here.AskAsync(database => database.Set<FeedEvent>().Where(e => e.Position > before).Select(e => e.Position).OrderBy(p => p).ToListAsync());
        Assert.InRange(positions.Count, 4, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(i => before + i), positions);
    }

    [Fact]
    public async Task WhoAsksForWhatNeverWasReadsThePageAnew()
    {
        await using var follower = await FollowAsync("desk", since: 1_000_000_000);
        Assert.True(await follower.UntilAsync(f => f.All.Any(t => t.Kind == "ulang")));
        var after = await AnnounceAsync("areas.read", "35.08");
        Assert.True(await follower.UntilAsync(f => f.Events.Any(e => e.Subject == after)));
    }

    [Fact]
    public async Task WithoutASessionThereIsNoStream()
    {
        await using var stranger = await Follower.OpenAsync(house.Here.Address, new CookieContainer());
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
    }

    [Fact]
    public async Task AStationThatOneChangesIsToldToAnother()
    {
        await using var police = await FollowAsync("kapolsek");
        var kpu = await house.SignedInAsync("kpu");
        var sent = await kpu.SubmitAsync("/tps/pemilu-contoh/35.08.04.2001.001", "tps", ("Input.Place", "Balai Contoh"));
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.True(await police.UntilAsync(f => f.Events.Any(e => e is { Topic: "stations", Area: "35.08.04.2001.001" })));
    }

    private async Task<Follower> FollowAsync(string name, long? since = null, long? lastEventId = null)
    {
        var caller = await house.SignedInAsync(name);
        var follower = await Follower.OpenAsync(house.Here.Address, caller.Jar, since, lastEventId);
        Assert.Equal(HttpStatusCode.OK, follower.Status);
        return follower;
    }

    private async Task<string> AnnounceAsync(string permission, string? area)
    {
        var subject = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await house.Here.AskAsync(async database =>
        {
            await using var transaction = await database.BeginWriteAsync(CancellationToken.None);
            database.Announce(permission, subject, area, TimeProvider.System.GetUtcNow());
            await database.SaveChangesAsync();
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        });
        return subject;
    }
}
