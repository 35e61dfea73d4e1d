using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Forces;

/// <summary>The four numbers of the sample, which nobody changes here.</summary>
[Trait("Database", "each")]
public sealed class StrengthOfTheSampleTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheFirstLineSaysWhatIsThereAndWhatLacks()
    {
        using var desk = await house.VisitAsync("satpolpp");
        await desk.OpenAsync("/kekuatan?pemilihan=pemilu-contoh");
        var answer = desk.Page.QuerySelector(".answer")!.TextContent;
        Assert.StartsWith("Polri 503 · TNI 300 · Satpol PP 79 · Linmas ±5.858.", answer, StringComparison.Ordinal);
        Assert.Contains("Kebutuhan Linmas 6.644: kurang 786.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FourNumbersStandSideBySideAndWhoIsPresentIsBlankUntilAMuster()
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/kekuatan?pemilihan=pemilu-contoh");
        // The plan in use needs two and has named one; of those named for Linmas all villages are counted.
        Assert.Equal(["Polri", "503", "312", "2", "lebih 310", "1", "–"], Row(ops, "Polri"));
        Assert.Equal(["Satpol PP", "79", "–", "–", "–", "5", "–"], Row(ops, "Satpol PP"));
        var named = await house.Here.AskAsync(d => d.Set<Server.Forces.LinmasMember>().CountAsync(m => m.VillageCode.StartsWith("35.08.") && m.IsStationGuard && m.State == Server.Forces.LinmasState.Active));
        Assert.Equal(["Linmas", "±5.858", "±5.858", "6.644", "kurang 786", $"{named}", "–"], Row(ops, "Linmas"));
        // What the police plan needs is not the Desk's to read.
        using var desk = await house.VisitAsync("satpolpp");
        await desk.OpenAsync("/kekuatan?pemilihan=pemilu-contoh");
        Assert.Equal(["Polri", "503", "312", "–", "–", "–", "–"], Row(desk, "Polri"));
    }

    private static List<string> Row(Visitor visitor, string agency) =>
        [.. visitor.Page.QuerySelectorAll("#angka tbody tr").Single(r => r.QuerySelector("th")!.TextContent == agency).Children.Select(c => c.TextContent.Trim())];
}
