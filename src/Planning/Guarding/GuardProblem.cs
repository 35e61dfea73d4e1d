using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Planning.Guarding;

/// <summary>Within what area stations may form one group.</summary>
public enum GroupingUnit : byte
{
    /// <summary>Groups stay inside one desa or kelurahan.</summary>
    Village,

    /// <summary>Groups may cross villages of one kecamatan.</summary>
    Kecamatan,
}

/// <summary>A polling station. Stations are given in the order of their codes: the lower index has the lower code.</summary>
/// <param name="Position">Where it stands, exactly or by the placing rule.</param>
/// <param name="Village">Index into <see cref="GuardProblem.Villages"/>.</param>
/// <param name="Class">Its class.</param>
public readonly record struct GuardStation(GeoPoint Position, int Village, StationClass Class);

/// <summary>A desa or kelurahan.</summary>
/// <param name="Kecamatan">Index into <see cref="GuardProblem.Kecamatan"/>.</param>
/// <param name="Centroid">Its own centre; null where the file gives none (it then helps no neighbour and gets no help).</param>
public readonly record struct GuardVillage(int Kecamatan, GeoPoint? Centroid);

/// <summary>A kecamatan, inside one kabupaten and one police jurisdiction (a Polres).</summary>
/// <param name="Jurisdiction">Number of the police jurisdiction, 0 or more.</param>
/// <param name="Kabupaten">Number of the kabupaten, 0 or more.</param>
/// <param name="CrossesVillages">
/// Its groups may cross villages, also where <see cref="GuardProblem.Unit"/> is the village: fewer officers for longer ways,
/// which is chosen for each kecamatan by itself.
/// </param>
public readonly record struct GuardKecamatan(int Jurisdiction, int Kabupaten, bool CrossesVillages = false);

/// <summary>Two stations that must share a group, or must not.</summary>
/// <param name="A">Index of one station.</param>
/// <param name="B">Index of the other.</param>
/// <param name="Together">True: one group; false: two groups.</param>
public readonly record struct StationLink(int A, int B, bool Together);

/// <summary>
/// A guard plan to be made: which stations, where, of what class; by which patterns; from which forces.
/// Immutable. Counts are persons, distances metres.
/// </summary>
public sealed record GuardProblem
{
    public required ImmutableArray<GuardStation> Stations { get; init; }

    public required ImmutableArray<GuardVillage> Villages { get; init; }

    public required ImmutableArray<GuardKecamatan> Kecamatan { get; init; }

    /// <summary>Patterns in force. Several of one class stand side by side; each class in use needs at least one.</summary>
    public required ImmutableArray<GuardPattern> Patterns { get; init; }

    /// <summary>What no group crosses, but for the kecamatan that say otherwise (<see cref="GuardKecamatan.CrossesVillages"/>).</summary>
    public GroupingUnit Unit { get; init; } = GroupingUnit.Village;

    /// <summary>Whether stations of a lower class may fill a <i>rawan</i> group.</summary>
    public bool FillRawan { get; init; } = true;

    /// <summary>Whether stations of a lower class may fill a <i>sangat rawan</i> group.</summary>
    public bool FillSangatRawan { get; init; }

    public ImmutableArray<StationLink> Links { get; init; } = [];

    /// <summary>Ways between villages that somebody timed; null where all distances are straight lines.</summary>
    public VillageDistances? Distances { get; init; }

    /// <summary>Who is available; null is 'not filled in': needs are then computed, shortages are not.</summary>
    public GuardForces? Forces { get; init; }

    /// <summary>Villages whose centroids lie at most this far apart, in metres, lend each other Linmas; 0 is none.</summary>
    public double NeighbourMetres { get; init; }

    /// <summary>Whether no border lies between two stations that a group may not cross.</summary>
    public bool AreInOneUnit(int a, int b) => Units.UnitOf(this, Stations[a]) == Units.UnitOf(this, Stations[b]);

    /// <summary>Metres between two stations: by the minutes between their villages where they are known, else straight.</summary>
    public double MetresBetween(int a, int b) =>
        Distances?.Between(Stations[a].Village, Stations[b].Village) ?? Stations[a].Position.MetresTo(Stations[b].Position);

    /// <summary>
    /// The patterns of a problem that names none: 2-12, 2-2 and 2-1, khusus 2-1, no radius, Linmas 2. After Polda Lampung
    /// and Polres Lampung Tengah, Pemilu 2024 (12 of their 12 to 20 stations for kurang rawan).
    /// </summary>
    public static ImmutableArray<GuardPattern> DefaultPatterns { get; } =
    [
        new(StationClass.KurangRawan, Officers: 2, MaxStations: 12),
        new(StationClass.Rawan, Officers: 2, MaxStations: 2),
        new(StationClass.SangatRawan, Officers: 2, MaxStations: 1),
        new(StationClass.Khusus, Officers: 2, MaxStations: 1),
    ];
}

/// <summary>The area that a strength is counted in.</summary>
public enum HomeLevel : byte
{
    Village,
    Kecamatan,
    Kabupaten,
    Jurisdiction,
}

/// <summary>
/// People of one kind at one home. Linmas serve stations of their home village (or anywhere inside their kecamatan
/// or kabupaten where they are only counted there); police and BKO serve the jurisdiction that their home belongs to.
/// </summary>
/// <param name="Level">What <paramref name="Index"/> points into.</param>
/// <param name="Index">The village, kecamatan, kabupaten or jurisdiction.</param>
/// <param name="Count">Persons, 0 or more.</param>
public readonly record struct ForceHome(HomeLevel Level, int Index, int Count);

/// <summary>Everyone who is available, by kind; every home once per kind.</summary>
/// <param name="Linmas">Linmas at a village, or as a pool of a kecamatan or kabupaten; never of a jurisdiction.</param>
/// <param name="Police">Officers of a Polsek (a kecamatan) or of a Polres (a jurisdiction).</param>
/// <param name="Bko">Officers lent from outside (<i>bawah kendali operasi</i>), used last.</param>
public sealed record GuardForces(
    ImmutableArray<ForceHome> Linmas,
    ImmutableArray<ForceHome> Police,
    ImmutableArray<ForceHome> Bko);
