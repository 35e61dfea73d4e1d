using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Shell.Feed;

/// <summary>A page that was open when an older backup took the place of what it had seen.</summary>
[Trait("Database", "each")]
public sealed class RestoredFeedTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task WhoSawWhatTheBackupLacksReadsThePageAnewAndWhoMissedALittleGetsIt()
    {
        var jar = (await house.SignedInAsync("desk")).Jar;
        await using var open = await Follower.OpenAsync(house.Here.Address, jar);
        await house.Here.AskAsync(database =>
        {
            foreach (var subject in (string[])["satu", "dua"]) database.Announce("areas.read", subject, "35.08", TimeProvider.System.GetUtcNow());
            return database.SaveChangesAsync();
        });
        Assert.True(await open.UntilAsync(f => f.Events.Any(e => e.Subject == "dua")));
        var saved = open.Events.Last().Id;
        // What a restore leaves at the end of the log.
        await house.Here.AskAsync(database =>
        {
            database.Add(new FeedEvent { Position = saved + FeedEvent.Leap, At = TimeProvider.System.GetUtcNow(), Permission = "home.read", Subject = "installation.restore" });
            return database.SaveChangesAsync();
        });
        Assert.True(await open.UntilAsync(f => f.Events.Any(e => e.Subject == "installation.restore")));

        await using var ahead = await Follower.OpenAsync(house.Here.Address, jar, lastEventId: saved + 20);
        Assert.True(await ahead.UntilAsync(f => f.All.Any(t => t.Kind == "ulang")));
        await using var behind = await Follower.OpenAsync(house.Here.Address, jar, lastEventId: saved - 1);
        Assert.True(await behind.UntilAsync(f => f.Events.Any(e => e.Subject == "installation.restore")));
        Assert.Equal(["dua", "installation.restore"], behind.Events.Select(e => e.Subject));
        Assert.DoesNotContain(behind.All, t => t.Kind == "ulang");
    }
}
