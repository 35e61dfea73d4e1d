using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.VotingDay.Board;

/// <summary>The stations of an election in a kabupaten with the names around them: the same for everybody, so read once for all.</summary>
public sealed class DayGround
{
    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenSet<string> _stations;
    private Task<ImmutableArray<(string Code, GeoPoint At, bool Approximate)>>? _places;

    private DayGround(ImmutableArray<string> stations, FrozenDictionary<string, string> names)
    {
        (Stations, _names, _stations) = (stations, names, stations.ToFrozenSet(StringComparer.Ordinal));
        Kecamatan = [.. stations.Select(AreaCode.KecamatanOf).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>In the order of their codes.</summary>
    public ImmutableArray<string> Stations { get; }

    public ImmutableArray<string> Kecamatan { get; }

    public bool Has(string station) => _stations.Contains(station);

    /// <summary>The name of an area; its code where no list has one.</summary>
    public string NameOf(string code) => _names.GetValueOrDefault(code) ?? code;

    /// <summary>TPS 003 Selok Awar-Awar.</summary>
    public string Title(string station) => $"TPS {station[14..]} {NameOf(AreaCode.VillageOf(station))}";

    public static async Task<DayGround> ReadAsync(Database database, int election, string kabupaten, CancellationToken cancel)
    {
        var stations = await StationCodes.CodesAsync(database, election, AreaSet.Of(kabupaten), cancel);
        var names = await AreaQueries.UpToVillagesAsync(database, kabupaten, cancel);
        return new DayGround([.. stations], names.Where(n => n.Name is not null).ToFrozenDictionary(n => n.Code, n => n.Name!, StringComparer.Ordinal));
    }

    /// <summary>Where the stations stand; read when the map is asked for first. Two who ask at once read it twice, to the same end.</summary>
    public async Task<ImmutableArray<(string Code, GeoPoint At, bool Approximate)>> PlacesAsync(Database database, int election, string kabupaten, CancellationToken cancel)
    {
        if (_places is { IsCompletedSuccessfully: true } known) return await known;
        var map = await TerritoryQueries.MapAsync(database, election, kabupaten, cancel);
        var places = map is null ? [] : map.Stations.Select(s => (s.Code, s.Position, s.Approximate)).ToImmutableArray();
        _places = Task.FromResult(places);
        return places;
    }
}
