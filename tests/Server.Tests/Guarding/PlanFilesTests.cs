using System.Text.Json;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Tests.Guarding;

public sealed class PlanFilesTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task APlanWithoutForcesSaysNeedsOnly()
    {
        var ended = await _place.Plan("--seed", "7", "--threads", "1");
        Assert.Equal(0, ended.Code);
        Assert.StartsWith("5 TPS di 2 kecamatan menjadi 4 Kelompok Pam TPS: perlu 8 polisi dan 10 Linmas. Kekuatan belum diisi.",
            ended.Output, StringComparison.Ordinal);
        Assert.Contains(_place.Out, ended.Output, StringComparison.Ordinal);

        using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(_place.Out, "summary.json"), TestContext.Current.CancellationToken));
        Assert.Equal(
            ["stations", "groups", "lower_bound_groups", "officers_needed", "officers_available", "officers_short",
                "linmas_needed", "linmas_available", "linmas_short", "travel_m", "seconds", "seed", "threads"],
            summary.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, summary.RootElement.GetProperty("linmas_available").ValueKind);
        Assert.Equal((5, 4, 4), (Int("stations"), Int("groups"), Int("lower_bound_groups")));
        Assert.Equal((7, 1), (Int("seed"), Int("threads")));
        Assert.Empty(_place.Rows("shortages.csv"));
        Assert.Empty(_place.Rows("linmas.csv"));

        int Int(string name) => summary.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task TablesHaveTheirColumnsAndJoinByCode()
    {
        Assert.Equal(0, (await _place.Plan()).Code);
        Assert.Equal("tps_code,village_code,class,lat,lng,approximate,group_id", Header("stations.csv"));
        Assert.Equal("group_id,class,officers,stations,travel_m,kecamatan_code,jurisdiction", Header("groups.csv"));
        Assert.Equal("village_code,tps_code,count", Header("linmas.csv"));
        Assert.Equal("home_code,group_id,count,kind", Header("officers.csv"));
        Assert.Equal("kind,code,needed,available,short,reason", Header("shortages.csv"));
        Assert.Equal(["K001", "K002", "K003", "K004"], _place.Rows("groups.csv").Select(r => r[0]));
        Assert.Equal(["K001", "K001", "K002", "K003", "K004"], _place.Rows("stations.csv").Select(r => r[6]));
        Assert.Equal(["K001", "kurang_rawan", "2", "2"], _place.Rows("groups.csv")[0][..4]);
        Assert.Equal(["35.08.02", "35.08"], _place.Rows("groups.csv")[3][5..]);

        string Header(string table) => File.ReadLines(Path.Combine(_place.Out, table)).First();
    }

    [Fact]
    public async Task ThePageStandsBesideTheTablesAndNamesTheKabupaten()
    {
        Assert.Equal(0, (await _place.Plan("--name", "Kabupaten Lumajang", "--sample")).Code);
        var page = await File.ReadAllTextAsync(Path.Combine(_place.Out, "plan.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Kabupaten Lumajang", page, StringComparison.Ordinal);
        Assert.Contains("Data contoh", page, StringComparison.Ordinal);
        Assert.Contains("Kekuatan belum diisi.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMapHasAPointAStationAndLinesFromTheMedoid()
    {
        Assert.Equal(0, (await _place.Plan()).Code);
        using var map = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(_place.Out, "plan.geojson"), TestContext.Current.CancellationToken));
        var features = map.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(5, features.Count(f => f.GetProperty("geometry").GetProperty("type").GetString() == "Point"));
        var first = features[0].GetProperty("geometry").GetProperty("coordinates");
        Assert.InRange(first[0].GetDouble(), 112, 114);
        Assert.InRange(first[1].GetDouble(), -9, -8);
        var line = Assert.Single(features, f => f.GetProperty("properties").GetProperty("kind").GetString() == "group");
        Assert.Equal("K001", line.GetProperty("properties").GetProperty("group_id").GetString());
    }

    [Fact]
    public void WhoGoesWhereAndWhatIsMissingIsWrittenByTheCodesThatWereGiven()
    {
        var forces = _place.File("forces.csv", """
            kind,home_code,count
            linmas,35.08.01.2001,3
            linmas,35.08.02,4
            police,35.08.01,2
            bko,35.08,3

            """);
        var input = Input(forces, neighbours: 5);
        var kurangRawan = GuardProblem.DefaultPatterns[0];
        var plan = new GuardPlan(
            [
                new([0, 1], 0, kurangRawan, 212.5), new([2], 2, kurangRawan, 0), new([3], 3, kurangRawan, 0),
                new([4], 4, GuardProblem.DefaultPatterns[3], 0),
            ],
            [0, 0, 1, 2, 3],
            new ForcePlan(
                [new(HomeLevel.Village, 0, 0, 2), new(HomeLevel.Village, 0, 1, 1), new(HomeLevel.Kecamatan, 1, 3, 2)],
                [new(false, HomeLevel.Kecamatan, 0, 0, 2), new(true, HomeLevel.Jurisdiction, 0, 1, 2)],
                [new Shortage(0, 4, 3, 1, 1, 0, 0, 9_876)],
                [new Shortage(0, 8, 5, 3, 0, 0, 3, null)],
                LinmasAvailable: 7, OfficersAvailable: 5));
        Directory.CreateDirectory(_place.Out);
        PlanFiles.Write(_place.Out, input, new GuardPlanResult(plan, 4, 0.5, 1, 1));

        Assert.Equal(["35.08.01.2001,35.08.01.2001.001,2", "35.08.01.2001,35.08.01.2001.002,1", "35.08.02,35.08.02.1001.001,2"],
            _place.Rows("linmas.csv").Select(r => string.Join(',', r)));
        Assert.Equal(["35.08.01,K001,2,police", "35.08,K002,2,bko"], _place.Rows("officers.csv").Select(r => string.Join(',', r)));
        var shortages = File.ReadAllLines(Path.Combine(_place.Out, "shortages.csv"));
        Assert.Equal(
            "linmas,35.08.01.2001,4,3,1,\"Tegalrejo, Kecamatan Tempursari perlu 4 Linmas dan punya 3. Dalam 5 km ada 1 desa lain "
            + "dengan 0 Linmas lebih, dan itu tidak cukup untuk semua yang kurang. Rekrut 1 Linmas di desa ini, atau izinkan bantuan "
            + "dari desa sampai 9,9 km: di sana masih ada Linmas lebih.\"",
            shortages[1]);
        Assert.StartsWith("police,35.08,8,5,3,\"Wilayah hukum 35.08 perlu 8 polisi dan punya 5, termasuk 3 BKO", shortages[2], StringComparison.Ordinal);
        Assert.Contains("Minta penebalan 3 personel", shortages[2], StringComparison.Ordinal);
    }

    private GuardPlanInput Input(string forces, double neighbours)
    {
        var request = new PlanGuardRequest
        {
            Territory = new TerritoryPaths(_place.Path("villages.csv"), _place.Path("stations.csv"), null, null),
            Forces = forces,
            NeighbourKilometres = neighbours,
            Out = _place.Out,
        };
        var report = new InputReport();
        var input = GuardPlanInput.Read(request, new Steps(TextWriter.Null, terminal: false, TimeProvider.System), report);
        Assert.Empty(report.Problems);
        return input!;
    }
}
