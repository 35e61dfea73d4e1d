using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>Imports the villages and stations of the sample's folder, as a user would.</summary>
public sealed class SampleTerritory
{
    private readonly ImportRunner _runner;

    internal SampleTerritory(ImportRunner runner) => _runner = runner;

    public async Task LoadAsync(string folder, string election, CancellationToken cancel)
    {
        await LoadAsync(folder, "villages.csv", ImportKind.Villages, null, cancel);
        await LoadAsync(folder, "stations.csv", ImportKind.Stations, election, cancel);
    }

    /// <summary>
    /// The stations of another election for one that has fewer, since more voters share one: a little more than half of each
    /// village's, and at least one. Saved; their codes in order.
    /// </summary>
    public static async Task<IReadOnlyList<string>> CopyStationsAsync(Database database, int from, int to, string kabupaten, CancellationToken cancel)
    {
        var known = await AreaSet.Of(kabupaten).Of(database.Set<Station>().AsNoTracking().Where(s => s.ElectionId == from), s => s.Code).OrderBy(s => s.Code).ToListAsync(cancel);
        var some = known.GroupBy(s => AreaCode.VillageOf(s.Code), StringComparer.Ordinal).SelectMany(v => v.Take(((v.Count() * 56) + 99) / 100)).ToList();
        database.AddRange(some.Select(s => new Station { ElectionId = to, Code = s.Code, Special = s.Special, Place = s.Place, Latitude = s.Latitude, Longitude = s.Longitude }));
        await database.SaveChangesAsync(cancel);
        return some.ConvertAll(s => s.Code);
    }

    private async Task LoadAsync(string folder, string name, ImportKind kind, string? election, CancellationToken cancel)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        var end = await _runner.RunAsync(new ImportOrder(kind, election, name), file, _ => { }, cancel);
        if (!end.IsApplied)
            throw new InvalidOperationException($"The sample is damaged: {name}: {string.Join("; ", end.Log.Findings.Take(3).Select(f => f.Text))}");
    }
}
