using System.Text.Json;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>Published and counted figures of two real kabupaten, from their files as they are.</summary>
public sealed class RealFiguresTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("lampung-tengah", "village", 478, 956, 8142)]
    [InlineData("lampung-tengah", "kecamatan", 355, 710, 8142)]
    [InlineData("lumajang", "village", 382, 764, 6644)]
    [InlineData("lumajang", "kecamatan", 300, 600, 6644)]
    public async Task TwelveStationsAGroupNeedTheKnownNumberOfGroups(
        string kabupaten, string unit, int groups, int officers, int linmas)
    {
        using var summary = await Plan(kabupaten, "tps-2024", "--unit", unit,
            "--boundaries", SharedData.File($"{kabupaten}-desa.geojson"));
        Assert.Equal(
            (groups, officers, linmas),
            (Int(summary, "groups"), Int(summary, "officers_needed"), Int(summary, "linmas_needed")));
        Assert.Equal(groups, Int(summary, "lower_bound_groups"));
    }

    [Theory]
    [InlineData("lumajang", "tps-2019-dpt", 3253)]
    [InlineData("lampung-tengah", "tps-2019-dpt", 3770)]
    [InlineData("lampung-tengah", "tps-2024-dpt", 4071)]
    public async Task ListsOfVotersServeAsStationLists(string kabupaten, string list, int stations)
    {
        using var summary = await Plan(kabupaten, list);
        Assert.Equal(stations, Int(summary, "stations"));
    }

    private async Task<JsonDocument> Plan(string kabupaten, string list, params string[] more)
    {
        var ended = await Workplace.Run(
            ["guard", "plan", "--villages", SharedData.File($"{kabupaten}-villages.csv"),
                "--stations", SharedData.File($"{kabupaten}-{list}.csv"), "--out", _place.Out, .. more]);
        Assert.Equal((0, ""), (ended.Code, ended.Code == 0 ? "" : ended.Error));
        return JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_place.Out, "summary.json")));
    }

    private static int Int(JsonDocument summary, string name) => summary.RootElement.GetProperty(name).GetInt32();
}
