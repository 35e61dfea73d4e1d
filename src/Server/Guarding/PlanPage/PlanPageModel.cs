using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding;

/// <summary>
/// What <see cref="PlanPage"/> prints of one guard plan. Counts that follow from groups and stations (totals, sums by
/// kecamatan) are not here: the page adds them up, so that no two figures on it can disagree.
/// </summary>
public sealed record PlanPageModel
{
    /// <summary>Name with its kind, such as "Kabupaten Lumajang"; its code where nobody gave a name.</summary>
    public required string KabupatenName { get; init; }

    public string? ProvinceName { get; init; }

    public string Title { get; init; } = "Rencana pengamanan TPS";

    /// <summary>The day the plan is for, as it is to be read: "14 Februari 2024".</summary>
    public required string DateText { get; init; }

    /// <summary>True for the sample kabupaten: the page then says 'Data contoh' wherever it may be torn from the rest.</summary>
    public bool IsSample { get; init; }

    public required GroupingUnit Unit { get; init; }

    /// <summary>Names of kecamatan whose groups may cross villages though the unit is the village.</summary>
    public ImmutableArray<string> Across { get; init; } = [];

    /// <summary>Patterns in force on that day.</summary>
    public required ImmutableArray<PagePattern> Patterns { get; init; }

    /// <summary>In the order of their codes.</summary>
    public required ImmutableArray<PageKecamatan> Kecamatan { get; init; }

    /// <summary>In the order of their codes.</summary>
    public required ImmutableArray<PageVillage> Villages { get; init; }

    /// <summary>In the order of their codes.</summary>
    public required ImmutableArray<PageStation> Stations { get; init; }

    /// <summary>Ordered by kecamatan.</summary>
    public required ImmutableArray<PageGroup> Groups { get; init; }

    /// <summary>Shapes of villages; empty draws villages as points.</summary>
    public ImmutableArray<PageBoundary> Boundaries { get; init; } = [];

    /// <summary>Who is available and what is missing; null is 'Kekuatan belum diisi'.</summary>
    public PageForces? Forces { get; init; }

    /// <summary>Ways from a centre to a station whose length comes from entered minutes; all others are straight lines.</summary>
    public int TimedLinks { get; init; }

    /// <summary>Proved lower bound on the number of groups; null leaves the proof out.</summary>
    public int? LowerBoundGroups { get; init; }

    /// <summary>Seconds that the computation took.</summary>
    public double Seconds { get; init; }

    public ulong Seed { get; init; }
}

/// <summary>A pattern in force.</summary>
/// <param name="Pattern">Its numbers.</param>
/// <param name="EffectiveFrom">Its first day; null for the built-in pattern.</param>
/// <param name="LegalBasis">The text it rests on.</param>
public sealed record PagePattern(GuardPattern Pattern, DateOnly? EffectiveFrom = null, string? LegalBasis = null);

public sealed record PageKecamatan(string Code, string Name);

/// <summary>A desa or kelurahan.</summary>
/// <param name="Code">Kemendagri code.</param>
/// <param name="Name">Name without its kind.</param>
/// <param name="Kecamatan">Index into <see cref="PlanPageModel.Kecamatan"/>.</param>
/// <param name="Centroid">Its centre; null where unknown.</param>
/// <param name="IsKelurahan">False is a desa.</param>
public sealed record PageVillage(string Code, string Name, int Kecamatan, GeoPoint? Centroid, bool IsKelurahan = false);

/// <summary>A polling station.</summary>
/// <param name="Village">Index into <see cref="PlanPageModel.Villages"/>.</param>
/// <param name="Number">Its number within the village, from 1.</param>
/// <param name="Class">Its class.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Approximate">True where the position comes from the placing rule.</param>
public readonly record struct PageStation(
    int Village, int Number, StationClass Class, GeoPoint Position, bool Approximate);

/// <summary>A Kelompok Pam TPS.</summary>
/// <param name="Id">As in the other files of the plan.</param>
/// <param name="Kecamatan">Index into <see cref="PlanPageModel.Kecamatan"/>.</param>
/// <param name="Stations">Indices into <see cref="PlanPageModel.Stations"/>, ascending.</param>
/// <param name="Medoid">One of <paramref name="Stations"/>: its centre.</param>
/// <param name="Pattern">Index into <see cref="PlanPageModel.Patterns"/>; says class, officers and Linmas.</param>
/// <param name="TravelMetres">Travel as the plan counts it.</param>
/// <param name="FarthestMetres">From the medoid to its farthest station, straight or by minutes.</param>
/// <param name="OfficersMissing">Officers of the pattern that nobody fills; 0 where forces are not given.</param>
public sealed record PageGroup(
    string Id,
    int Kecamatan,
    ImmutableArray<int> Stations,
    int Medoid,
    int Pattern,
    double TravelMetres,
    double FarthestMetres,
    int OfficersMissing = 0);

/// <summary>The shape of one village.</summary>
/// <param name="VillageCode">Whose shape it is.</param>
/// <param name="Rings">Outer rings and holes alike, drawn by the even-odd rule.</param>
public sealed record PageBoundary(string VillageCode, ImmutableArray<ImmutableArray<GeoPoint>> Rings);

/// <summary>Who is available and what is missing.</summary>
/// <param name="OfficersAvailable">Police and BKO.</param>
/// <param name="LinmasAvailable">Linmas of the whole kabupaten.</param>
/// <param name="LinmasShortages">By village.</param>
/// <param name="PoliceShortages">By police jurisdiction.</param>
public sealed record PageForces(
    int OfficersAvailable,
    int LinmasAvailable,
    ImmutableArray<PageShortage> LinmasShortages,
    ImmutableArray<PageShortage> PoliceShortages);

/// <summary>One shortage with its reason.</summary>
/// <param name="Code">Of the village or the jurisdiction.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Needed">Persons needed.</param>
/// <param name="Available">Persons counted there.</param>
/// <param name="Missing">Persons still missing, at least 1.</param>
/// <param name="Reason">Why, and what was tried: whole sentences in Indonesian.</param>
/// <param name="Remedy">What would mend it: a whole sentence; empty where the reason says it.</param>
public sealed record PageShortage(
    string Code, string Name, int Needed, int Available, int Missing, string Reason, string Remedy = "");
