using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Import;

/// <summary>A village as a file lists it.</summary>
/// <param name="Row">Row in the file.</param>
/// <param name="Code">Kemendagri code, 35.08.01.2001.</param>
/// <param name="Name">Null where the file gives none.</param>
/// <param name="Kind">What the code says it is.</param>
/// <param name="KecamatanName">Null where the file gives none.</param>
/// <param name="Latitude">Degrees, at most 8 decimals; null together with <paramref name="Longitude"/>.</param>
/// <param name="Longitude">Degrees.</param>
public sealed record ParsedVillage(
    int Row, string Code, string? Name, VillageKind Kind, string? KecamatanName, double? Latitude, double? Longitude);

/// <summary>An outline as a GeoJSON file gives it.</summary>
/// <param name="Row">Number of the feature, from 1.</param>
/// <param name="AreaCode">Code of a village, kecamatan or kabupaten.</param>
/// <param name="Name">Null where the file gives none.</param>
/// <param name="Shape">Never empty.</param>
public sealed record ParsedBoundary(int Row, string AreaCode, string? Name, BoundaryShape Shape);

/// <summary>A polling station as a file lists it.</summary>
/// <param name="Row">Row in the file.</param>
/// <param name="Code">Station code, 35.08.01.2001.001.</param>
/// <param name="Special">A <i>TPS khusus</i>; null where neither the file nor the number says.</param>
/// <param name="State">Null where the file does not say.</param>
/// <param name="Place">Address or building; null where the file gives none.</param>
/// <param name="Latitude">Degrees, at most 8 decimals; null together with <paramref name="Longitude"/>.</param>
/// <param name="Longitude">Degrees.</param>
public sealed record ParsedStation(
    int Row, string Code, bool? Special, StationState? State, string? Place, double? Latitude, double? Longitude);

/// <summary>The voters of a station as a file lists them. Each number is as published, a negative one too.</summary>
/// <param name="Row">Row in the file.</param>
/// <param name="Code">Station code.</param>
/// <param name="Voters">Voters on the list; where the file has no such column men and women together.</param>
/// <param name="Men">Null where the file gives none, as are all of them.</param>
/// <param name="Women">Women on the list.</param>
/// <param name="Turnout">Those who came; where the file has no such column men and women together.</param>
/// <param name="TurnoutMen">Men who came.</param>
/// <param name="TurnoutWomen">Women who came.</param>
public sealed record ParsedVoters(
    int Row, string Code, int? Voters, int? Men, int? Women, int? Turnout, int? TurnoutMen, int? TurnoutWomen);
