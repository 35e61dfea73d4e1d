using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>
/// Figures from the press, on stations made for the count, since no file lists the real ones: villages of 480, a
/// multiple of 12, so that no group is lost at a border and the count is the pooled one.
/// </summary>
public sealed class PublishedFiguresTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    /// <summary>Lampung Tengah, Pilkada 2024: 1,984 kurang rawan, 12 rawan, 2 khusus.</summary>
    [Fact]
    public async Task LampungTengahsPilkadaNeeds348OfficersAnd3996Linmas()
    {
        Pool(1998);
        var codes = Codes(1998).ToList();
        var classes = _place.File("classes.csv", "tps_code,class\n"
            + string.Concat(codes.Take(12).Select(c => $"{c},rawan\n")) + string.Concat(codes.TakeLast(2).Select(c => $"{c},khusus\n")));
        using var summary = await Plan("--classes", classes);
        Assert.Equal((348, 3996), (Int(summary, "officers_needed"), Int(summary, "linmas_needed")));
    }

    /// <summary>Lampung Tengah, Pemilu 2024: 513 officers, with pattern 2-12-24.</summary>
    [Fact]
    public async Task The513OfficersCoverAtMost3072Stations()
    {
        Pool(3072);
        using (var covered = await Plan()) Assert.Equal(512, Int(covered, "officers_needed"));
        Pool(3073);
        using var beyond = await Plan();
        Assert.Equal(514, Int(beyond, "officers_needed"));
    }

    private void Pool(int stations)
    {
        _place.File("villages.csv", "village_code,lat,lng\n" + string.Concat(
            Enumerable.Range(1, 7).Select(v => $"{Village(v)},-8.2,113.2\n")));
        _place.File("stations.csv", "tps_code\n" + string.Concat(Codes(stations).Select(c => c + "\n")));
    }

    private static IEnumerable<string> Codes(int stations) => Enumerable.Range(0, stations).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{Village(1 + i / 480)}.{1 + i % 480:D3}"));

    private static string Village(int number) => string.Create(CultureInfo.InvariantCulture, $"35.08.01.2{number:D3}");

    private async Task<JsonDocument> Plan(params string[] more)
    {
        var ended = await _place.Plan(more);
        Assert.Equal((0, ""), (ended.Code, ended.Code == 0 ? "" : ended.Error));
        return JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_place.Out, "summary.json"), Encoding.UTF8));
    }

    private static int Int(JsonDocument summary, string name) => summary.RootElement.GetProperty(name).GetInt32();
}
