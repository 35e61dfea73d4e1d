using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>Loads the villages and stations of the sample's folder.</summary>
public static class SampleTerritory
{
    public static async Task LoadAsync(Database database, string folder, string election, CancellationToken cancel)
    {
        var report = new InputReport();
        var map = TerritoryFiles.Read(
            new TerritoryPaths(Path.Combine(folder, "villages.csv"), Path.Combine(folder, "stations.csv"), null, null), report)
            ?? throw new InvalidOperationException($"The sample is damaged: {string.Join("; ", report.Problems)}");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var id = await ElectionQueries.IdOfAsync(database, election, cancel)
            ?? throw new InvalidOperationException($"No election {election}.");
        database.Add(new Area { Code = "35", Name = "Jawa Timur", Kind = AreaKind.Province });
        database.Add(new Area { Code = "35.08", Name = "Kabupaten Lumajang", Kind = AreaKind.Kabupaten });
        database.AddRange(map.Kecamatan.Select(k => new Area { Code = k.Code, Name = k.Name, Kind = AreaKind.Kecamatan }));
        database.AddRange(map.Villages.Select(v => new Area
        {
            Code = v.Code,
            Name = v.Name,
            Kind = v.Kind switch { VillageKind.Kelurahan => AreaKind.Kelurahan, VillageKind.Desa => AreaKind.Desa, _ => AreaKind.DesaAdat },
            Latitude = v.Centroid?.Latitude,
            Longitude = v.Centroid?.Longitude,
        }));
        database.AddRange(map.Stations.Select(s => new Station { ElectionId = id, Code = s.Code, Special = s.Special }));
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        database.ChangeTracker.Clear();
    }
}
