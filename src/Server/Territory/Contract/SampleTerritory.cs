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

    private async Task LoadAsync(string folder, string name, ImportKind kind, string? election, CancellationToken cancel)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        var end = await _runner.RunAsync(new ImportOrder(kind, election, name), file, _ => { }, cancel);
        if (!end.IsApplied)
            throw new InvalidOperationException($"The sample is damaged: {name}: {string.Join("; ", end.Log.Findings.Take(3).Select(f => f.Text))}");
    }
}
