using System.Globalization;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Forces;

/// <summary>Police counted for a kabupaten that two or more Polres share.</summary>
internal sealed record KabupatenHasSeveralJurisdictions(string File, int? Row, string Kabupaten, string Jurisdictions)
    : InputProblem(File, Row, "home_code", Kabupaten)
{
    protected override string Complaint =>
        $"this kabupaten has several jurisdictions; name the jurisdiction, one of {Jurisdictions}.";
}

/// <summary>Linmas counted for a Polres, which is no area of the government that Linmas serve.</summary>
internal sealed record LinmasOfJurisdiction(string File, int? Row, string Jurisdiction)
    : InputProblem(File, Row, "home_code", Jurisdiction)
{
    protected override string Complaint =>
        "is a police jurisdiction; expected a village, kecamatan or kabupaten code, since Linmas belong to areas.";
}

/// <summary>Strengths that together are more than a country has.</summary>
internal sealed record TooManyPersons(string File, long Total, int Most)
    : InputProblem(File, null, "count", Total.ToString(CultureInfo.InvariantCulture))
{
    protected override string Complaint => string.Create(CultureInfo.InvariantCulture, $"persons in all; expected {Most} at most.");
}
