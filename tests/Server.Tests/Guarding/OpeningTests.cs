using System.Net;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>A plan is Terbatas: whoever made it can read who has opened it, and nobody else can.</summary>
[Trait("Database", "each")]
public sealed class OpeningTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task ThePolresReadsThatThePasiOpsOpenedItsPlan()
    {
        var army = await house.SignedInAsync("pasiops");
        Assert.Equal(HttpStatusCode.OK, (await army.GetAsync($"/pengamanan/{house.OwnPlan}")).Status);
        var page = await (await house.SignedInAsync("kabagops")).GetAsync($"/pengamanan/{house.OwnPlan}/pembuka");
        var row = page.Page().QuerySelector("tbody tr")!;
        Assert.Contains("Pasi Ops, Kodim 0821 Lumajang", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Melihat", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoOnlyReadsThePlanDoesNotSeeWhoElseDid() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await house.SignedInAsync("pasiops")).GetAsync($"/pengamanan/{house.OwnPlan}/pembuka")).Status);
}
