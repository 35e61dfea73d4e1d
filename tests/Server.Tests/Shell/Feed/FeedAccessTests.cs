using System.Net;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Shell.Feed;

/// <summary>Who loses an office or a session loses the stream.</summary>
[Trait("Database", "each")]
public sealed class FeedAccessTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task ARevokedOfficeClosesItsStreamWithinFiveSeconds()
    {
        await using var follower = await FollowAsync("danramil");
        await using var other = await FollowAsync("desk");
        var admin = await house.SignedInAsync("admin");
        var office = (await admin.GetAsync("/instansi?cari=Koramil%20Pasirian")).Page().QuerySelector("tbody a")!.GetAttribute("href")!;
        await admin.SubmitAsync(office, "akhiri");
        Assert.True(await follower.UntilAsync(f => f.Ended, 5), "The stream stayed open.");
        Assert.Contains(follower.All, t => t.Kind == "tutup");
        Assert.False(other.Ended);
    }

    [Fact]
    public async Task ASessionThatEndsElsewhereClosesItsStream()
    {
        using var own = house.Stranger();
        await own.SignInAsync(house["satpolpp"]);
        await using var follower = await Follower.OpenAsync(house.Here.Address, own.Jar);
        Assert.Equal(HttpStatusCode.OK, follower.Status);
        await house.Here.AskAsync(async database =>
        {
            var account = database.Users.Single(a => a.UserName == "satpolpp");
            account.SecurityStamp = "ended";
            return await database.SaveChangesAsync();
        });
        Assert.True(await follower.UntilAsync(f => f.Ended, 5), "The stream stayed open.");
    }

    private async Task<Follower> FollowAsync(string name)
    {
        var follower = await Follower.OpenAsync(house.Here.Address, (await house.SignedInAsync(name)).Jar);
        Assert.Equal(HttpStatusCode.OK, follower.Status);
        return follower;
    }
}
