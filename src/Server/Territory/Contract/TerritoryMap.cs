using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>A desa, kelurahan or desa adat.</summary>
/// <param name="Code">Kemendagri code, 35.08.01.2001.</param>
/// <param name="Name">Its name; null where the file gives none. Names repeat within a kabupaten: join by code.</param>
/// <param name="Kecamatan">Index into <see cref="TerritoryMap.Kecamatan"/>.</param>
/// <param name="Centroid">Its own centre as the file gives it; null without.</param>
public sealed record Village(string Code, string? Name, int Kecamatan, GeoPoint? Centroid)
{
    public VillageKind Kind => AreaCode.KindOf(Code);
}

/// <summary>A kecamatan, inside one kabupaten and one police jurisdiction.</summary>
/// <param name="Code">Kemendagri code, 35.08.01.</param>
/// <param name="Name">Its name; null where the file gives none.</param>
/// <param name="Kabupaten">Index into <see cref="TerritoryMap.Kabupaten"/>.</param>
/// <param name="Jurisdiction">Index into <see cref="TerritoryMap.Jurisdictions"/>.</param>
public sealed record Kecamatan(string Code, string? Name, int Kabupaten, int Jurisdiction);

/// <summary>A polling station (TPS).</summary>
/// <param name="Code">Village code and number, 35.08.01.2001.001.</param>
/// <param name="Village">Index into <see cref="TerritoryMap.Villages"/>.</param>
/// <param name="Special">A <i>TPS khusus</i>: prison, hospital, relocation site.</param>
/// <param name="Position">Where it stands, rounded to 8 decimals of a degree, as it is also written.</param>
/// <param name="Approximate">True where the placing rule put it there; false where the user gave the position.</param>
public sealed record PollingStation(string Code, int Village, bool Special, GeoPoint Position, bool Approximate);

/// <summary>
/// The ground of a plan: villages, kecamatan, kabupaten, police jurisdictions and polling stations, each in the
/// ordinal order of its code, pointing at one another by index.
/// </summary>
public sealed record TerritoryMap
{
    private readonly FrozenDictionary<string, int> _villages;
    private readonly FrozenDictionary<string, int> _kecamatan;
    private readonly FrozenDictionary<string, int> _kabupaten;
    private readonly FrozenDictionary<string, int> _jurisdictions;
    private readonly FrozenDictionary<string, int> _stations;

    internal TerritoryMap(
        ImmutableArray<Village> villages,
        ImmutableArray<Kecamatan> kecamatan,
        ImmutableArray<string> kabupaten,
        ImmutableArray<string> jurisdictions,
        ImmutableArray<PollingStation> stations)
    {
        Villages = villages;
        Kecamatan = kecamatan;
        Kabupaten = kabupaten;
        Jurisdictions = jurisdictions;
        Stations = stations;
        _villages = Index(villages.Select(v => v.Code));
        _kecamatan = Index(kecamatan.Select(k => k.Code));
        _kabupaten = Index(kabupaten);
        _jurisdictions = Index(jurisdictions);
        _stations = Index(stations.Select(s => s.Code));
    }

    public ImmutableArray<Village> Villages { get; }

    public ImmutableArray<Kecamatan> Kecamatan { get; }

    /// <summary>Kabupaten codes, 35.08.</summary>
    public ImmutableArray<string> Kabupaten { get; }

    /// <summary>Police jurisdictions (a Polres each), as the jurisdictions file names them; without it the kabupaten codes.</summary>
    public ImmutableArray<string> Jurisdictions { get; }

    public ImmutableArray<PollingStation> Stations { get; }

    /// <summary>The same ground with these stations alone.</summary>
    public TerritoryMap Only(IReadOnlySet<string> stations) => new(Villages, Kecamatan, Kabupaten, Jurisdictions, [.. Stations.Where(s => stations.Contains(s.Code))]);

    public int? FindVillage(string code) => Find(_villages, code);

    public int? FindKecamatan(string code) => Find(_kecamatan, code);

    public int? FindKabupaten(string code) => Find(_kabupaten, code);

    public int? FindJurisdiction(string code) => Find(_jurisdictions, code);

    public int? FindStation(string code) => Find(_stations, code);

    private static int? Find(FrozenDictionary<string, int> index, string code) =>
        index.TryGetValue(code, out var found) ? found : null;

    private static FrozenDictionary<string, int> Index(IEnumerable<string> codes) =>
        codes.Select((code, i) => KeyValuePair.Create(code, i)).ToFrozenDictionary(StringComparer.Ordinal);
}
