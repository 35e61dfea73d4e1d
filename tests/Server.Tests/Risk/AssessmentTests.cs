using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Risk;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Risk;

/// <summary>A class is given by a named officer, with a reason and a last day, and stands in the history.</summary>
[Trait("Database", "each")]
public sealed class AssessmentTests(House house) : IClassFixture<House>
{
    private static readonly string Soon = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task AnOfficerGivesAClassWithReasonAndLastDayAndTheHistoryKeepsTheOneBefore()
    {
        using var ops = await house.VisitAsync("kabagops");
        await GiveAsync(ops, "35.08.04.2003.001", "Rawan", "jauh dari jalan raya");
        Assert.Contains("1 TPS sudah ditetapkan", ops.Text, StringComparison.Ordinal);
        await GiveAsync(ops, "35.08.04.2003.001", "SangatRawan", "jembatan putus");
        await ops.OpenAsync("/kelas/pemilu-contoh/35.08.04.2003.001");
        Assert.StartsWith("Sangat rawan. Berlaku sampai", ops.Text, StringComparison.Ordinal);
        Assert.Contains("jauh dari jalan raya", ops.Text, StringComparison.Ordinal);
        Assert.Contains("Kabag Ops, Polres Lumajang", ops.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2030-01-01", "Isi alasannya")]
    [InlineData("alasan", "2001-01-01", "Batas waktu antara hari ini dan setahun ke depan")]
    [InlineData("alasan", "2999-01-01", "Batas waktu antara hari ini dan setahun ke depan")]
    public async Task WithoutAReasonOrWithAWrongLastDayNothingIsGiven(string reason, string until, string told)
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        await ops.SendAsync("kelas", ("Input.Whom", "chosen"), ("Input.Chosen", "35.08.04.2002.001"), ("Input.Class", "Rawan"), ("Input.Until", until), ("Input.Reason", reason));
        Assert.Contains(told, ops.Text, StringComparison.Ordinal);
        Assert.Empty(await OfAsync("35.08.04.2002.001"));
    }

    [Fact]
    public async Task ANulThatAFormCarriesIsLeftOut()
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        // With a file: the framework itself refuses NUL in other forms.
        await ops.SendAsync(
            "kelas", [("Input.Whom", "chosen"), ("Input.Chosen", "35.08.04.2002.002"), ("Input.Class", "Rawan"), ("Input.Until", Soon), ("Input.Reason", "tanpa\0 nol")], ("Input.File", "kelas.csv", "x"u8.ToArray()));
        Assert.Equal("tanpa nol", Assert.Single(await OfAsync("35.08.04.2002.002")).Reason);
    }

    [Fact]
    public async Task AnExpiredClassCountsAsNotAssessedAndSaysSo()
    {
        const string code = "35.08.04.2002.003";
        var (election, today) = (await ElectionAsync(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime));
        await house.Here.AskAsync(async d =>
        {
            d.Add(new StationAssessment
            {
                ElectionId = election, StationCode = code, Class = StationClass.SangatRawan, Reason = "dahulu", Until = today.AddDays(-3), At = TimeProvider.System.GetUtcNow(), AccountId = Guid.Empty, By = "Contoh",
            });
            return await d.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var now = Assert.Single(await house.Here.AskAsync(d => ClassesInForce.OfAsync(d, election, AreaSet.Of(code), today, CancellationToken.None)));
        Assert.Equal((StationClass.KurangRawan, true), (now.Class, now.Expired));
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh&jenis=kedaluwarsa");
        Assert.Contains(code, ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStationOfAnotherKabupatenIsNotGivenAClass()
    {
        using var ops = await house.VisitAsync("kabagops");
        await GiveAsync(ops, $"{House.OtherVillage}.001", "Rawan", "alasan");
        Assert.Contains("di luar wilayah Anda", ops.Text, StringComparison.Ordinal);
        Assert.Empty(await OfAsync($"{House.OtherVillage}.001"));
    }

    [Theory]
    [InlineData("camat")]
    [InlineData("kades")]
    [InlineData("desk")]
    public async Task CamatVillageAndDeskDoNotSeeTheClassOfAStation(string who)
    {
        using var visitor = await house.VisitAsync(who);
        await visitor.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    [Fact]
    public async Task AFileWithOneWrongRowIsRefusedWholeAndTheRowIsNamed()
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        var file = Encoding.UTF8.GetBytes("kode_tps,kelas\n35.08.04.2004.001,rawan\n35.08.04.2004.002,gawat\n");
        await ops.SendAsync("kelas", [("Input.Whom", "file"), ("Input.Class", "Rawan"), ("Input.Until", Soon), ("Input.Reason", "pemetaan")], ("Input.File", "kelas.csv", file));
        Assert.Contains("Berkas bermasalah di 1 tempat", ops.Text, StringComparison.Ordinal);
        Assert.Contains("3", ops.Page.QuerySelector(".notice-bad li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gawat", ops.Page.QuerySelector(".notice-bad li")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await OfAsync("35.08.04.2004.001"));
        file = Encoding.UTF8.GetBytes("kode_tps,kelas\n35.08.04.2004.001,rawan\n35.08.04.2004.002,Sangat rawan\n");
        await ops.SendAsync("kelas", [("Input.Whom", "file"), ("Input.Class", "Rawan"), ("Input.Until", Soon), ("Input.Reason", "pemetaan")], ("Input.File", "kelas.csv", file));
        Assert.Contains("2 TPS sudah ditetapkan", ops.Text, StringComparison.Ordinal);
        Assert.Equal(StationClass.SangatRawan, Assert.Single(await OfAsync("35.08.04.2004.002")).Class);
    }

    [Fact]
    public async Task APlanTakesTheClassesThatOfficersGave()
    {
        using var ops = await house.VisitAsync("kabagops");
        await GiveAsync(ops, "35.08.04.2001.002", "SangatRawan", "akses sulit");
        var wanted = Assert.Single(await house.Here.AskAsync(async d => await ClassesInForce.OfAsync(d, await ElectionAsync(), AreaSet.Of("35.08.04.2001.002"), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), CancellationToken.None)));
        Assert.Equal(StationClass.SangatRawan, wanted.Class);
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.Preset", ""), ("Input.AcrossVillages", "false"), ("Input.FillRawan", "true"), ("Input.NeighbourKilometres", "0"));
        var plan = Guid.Parse(ops.Address.Segments[2].TrimEnd('/'));
        for (var patience = 0; patience < 600 && ops.Page.QuerySelector("iframe") is null; patience++, await Task.Delay(100, TestContext.Current.CancellationToken)) await ops.OpenAsync($"/pengamanan/{plan}");
        // Guarded alone, by the pattern of its class.
        var group = await house.Here.AskAsync(async d =>
        {
            var station = await d.Set<PlanStation>().SingleAsync(s => s.PlanId == plan && s.StationCode == "35.08.04.2001.002");
            return await d.Set<PlanGroup>().SingleAsync(g => g.PlanId == plan && g.Number == station.Group);
        });
        Assert.Equal((StationClass.SangatRawan, 1), (group.Pattern, group.Stations));
    }

    private static async Task GiveAsync(Visitor ops, string station, string @class, string reason)
    {
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        await ops.SendAsync("kelas", ("Input.Whom", "chosen"), ("Input.Chosen", station), ("Input.Class", @class), ("Input.Until", Soon), ("Input.Reason", reason));
    }

    private async Task<int> ElectionAsync() => (await house.Here.AskAsync(d => ElectionQueries.IdOfAsync(d, "pemilu-contoh", CancellationToken.None)))!.Value;

    private Task<List<StationAssessment>> OfAsync(string code) => house.Here.AskAsync(d => d.Set<StationAssessment>().Where(a => a.StationCode == code).ToListAsync());
}
