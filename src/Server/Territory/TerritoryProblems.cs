using System.Globalization;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Territory;

/// <summary>Two columns of one row that say different things.</summary>
internal sealed record Contradiction(string File, int? Row, string Column, string Value, string Against)
    : InputProblem(File, Row, Column, Value)
{
    protected override string Complaint => $"contradicts {Against}; expected both to agree.";
}

/// <summary>Coordinates outside Indonesia.</summary>
internal sealed record OutsideIndonesia(string File, int? Row, decimal Latitude, decimal Longitude, bool Swapped)
    : InputProblem(File, Row, "lat, lng", string.Create(CultureInfo.InvariantCulture, $"{Latitude}, {Longitude}"))
{
    protected override string Complaint => Swapped
        ? "latitude and longitude are swapped; expected lat -11.5 to 6.5 and lng 94.5 to 141.5."
        : "lies outside Indonesia; expected lat -11.5 to 6.5 and lng 94.5 to 141.5.";
}

/// <summary>Kecamatan that the jurisdictions file leaves out.</summary>
internal sealed record KecamatanWithoutJurisdiction(string File, string Kecamatan) : InputProblem(File, null, "kecamatan_code", Kecamatan)
{
    protected override string Complaint => "is in no jurisdiction; expected each kecamatan in exactly one.";
}

/// <summary>A kabupaten of which nothing says where it lies.</summary>
internal sealed record KabupatenWithoutPlace(string File, string Kabupaten, string Station)
    : InputProblem(File, null, "lat, lng", Kabupaten)
{
    protected override string Complaint =>
        $"no village of this kabupaten has a centroid, so station {Station} has no place; "
        + "expected lat and lng of at least one village, or --positions with every station.";
}
