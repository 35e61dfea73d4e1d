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
    private string _answer = "";

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
        var forces = _place.File("forces.csv", "kind,home_code,count\npolice,35.08,513\n");
        using var beyond = await Plan("--forces", forces);
        Assert.Equal((514, 513, 1), (Int(beyond, "officers_needed"), Int(beyond, "officers_available"), Int(beyond, "officers_short")));
    }

    /// <summary>Lumajang, Pilkada 2018: 1,872 stations, 5,858 Linmas.</summary>
    [Fact]
    public async Task LumajangHad2114LinmasMoreThanItNeededIn2018()
    {
        Pool(1872);
        var forces = _place.File("forces.csv", "kind,home_code,count\nlinmas,35.08,5.858\n");
        using var summary = await Plan("--forces", forces);
        Assert.Equal((3744, 5858, 0), (Int(summary, "linmas_needed"), Int(summary, "linmas_available"), Int(summary, "linmas_short")));
        Assert.Contains("Linmas cukup, lebih 2.114", _answer, StringComparison.Ordinal);
    }

    /// <summary>Lumajang, Pemilu 2019: 3,281 stations in the press, with the strength of the year before.</summary>
    [Fact]
    public async Task LumajangLacked704LinmasIn2019()
    {
        Pool(3281);
        var forces = _place.File("forces.csv", "kind,home_code,count\nlinmas,35.08,5858\n");
        using var summary = await Plan("--forces", forces);
        Assert.Equal((6562, 704), (Int(summary, "linmas_needed"), Int(summary, "linmas_short")));
        Assert.Contains("Linmas kurang 704 (ada 5.858)", _answer, StringComparison.Ordinal);
        Assert.Equal(704, _place.Rows("shortages.csv").Where(r => r[0] == "linmas").Sum(r => int.Parse(r[4], CultureInfo.InvariantCulture)));
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
        _answer = ended.Output;
        return JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_place.Out, "summary.json"), Encoding.UTF8));
    }

    private static int Int(JsonDocument summary, string name) => summary.RootElement.GetProperty(name).GetInt32();
}
