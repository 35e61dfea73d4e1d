using System.Collections.Immutable;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>The files that a territory is read from; the last two may be left out.</summary>
public sealed record TerritoryPaths(string Villages, string Stations, string? Jurisdictions, string? Positions);

/// <summary>Reads the ground from bare files.</summary>
public static class TerritoryFiles
{
    /// <summary>
    /// The territory, or null after problems. A file is only read once those it leans on are sound, so that one mistake
    /// in the villages does not come back as a thousand unknown stations.
    /// </summary>
    public static TerritoryMap? Read(TerritoryPaths paths, InputReport report)
    {
        var villages = VillageFile.Read(paths.Villages, report);
        if (villages is null) return null;
        var jurisdictions = JurisdictionFile.Read(paths.Jurisdictions, villages, report);
        var stations = StationFile.Read(paths.Stations, villages, report);
        if (jurisdictions is null || stations is null) return null;

        var positions = PositionFile.Read(paths.Positions, stations, report);
        if (positions is null) return null;

        var kecamatan = villages.Kecamatan.Select(k => new Kecamatan(
            k.Code, k.Name, villages.KabupatenOf(k.Code), jurisdictions.OfKecamatan[k.Code])).ToImmutableArray();
        var placed = StationPlaces.Place(stations, positions, villages, paths.Villages, report);
        return report.IsClean
            ? new TerritoryMap(villages.Villages, kecamatan, villages.Kabupaten, jurisdictions.Names, placed)
            : null;
    }

    /// <summary>The villages' shapes, or null after problems.</summary>
    public static ImmutableArray<VillageShape>? ReadBoundaries(string path, TerritoryMap territory, InputReport report) =>
        BoundaryFile.Read(path, territory, report);
}
