using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>A class with stations that no pattern speaks for.</summary>
internal sealed record ClassWithoutPattern(string File, string Class, int Stations, DateOnly? Date)
    : InputProblem(File, null, "class", Class)
{
    protected override string Complaint => string.Create(CultureInfo.InvariantCulture,
        $"{(Stations == 1 ? "1 station has" : $"{Stations} stations have")} this class, but no pattern is in force")
        + (Date is { } day
            ? string.Create(CultureInfo.InvariantCulture,
                $" on {day:yyyy-MM-dd}; expected a row of the class with an effective_from on or before that day.")
            : "; expected a row of the class.");
}

/// <summary>A pattern whose most is less than its fewest.</summary>
internal sealed record MaximumBelowMinimum(string File, int? Row, int Minimum, int Maximum)
    : InputProblem(File, Row, "max_stations", Maximum.ToString(CultureInfo.InvariantCulture))
{
    protected override string Complaint => string.Create(
        CultureInfo.InvariantCulture, $"is less than min_stations; expected {Minimum} or more.");
}

/// <summary>A total of Linmas where a number for one station is needed.</summary>
internal sealed record LinmasTotalGiven(string File, string Column) : InputProblem(File, null, Column)
{
    protected override string Complaint =>
        "a total of Linmas is not supported, since a group may be smaller; expected linmas_per_station.";
}

/// <summary>A station linked to itself.</summary>
internal sealed record LinkToItself(string File, int? Row, string Station) : InputProblem(File, Row, "tps_code", Station)
{
    protected override string Complaint => "is linked to itself; expected two different stations.";
}

/// <summary>Two links of which only one can hold.</summary>
internal sealed record LinksContradict(string File, int? Row, string A, string B, string Why)
    : InputProblem(File, Row, "kind", $"{A} {B}")
{
    protected override string Complaint => $"must stand apart, but {Why}; expected one or the other.";
}

/// <summary>A link that no plan can keep.</summary>
internal sealed record LinkImpossible(string File, int? Row, string A, string B, LinkConflictKind Kind)
    : InputProblem(File, Row, "kind", $"{A} {B}")
{
    protected override string Complaint => Kind switch
    {
        LinkConflictKind.AcrossUnits =>
            "must be together, but no group may cross their border; expected stations of one village (or kecamatan, with --unit kecamatan).",
        LinkConflictKind.Khusus => "must be together, but a khusus station is always guarded alone.",
        LinkConflictKind.TogetherElsewhere => "must stand apart, but other links bring them together.",
        LinkConflictKind.Classes =>
            "must be together, but their classes may not share a group; expected one class, or --fill-sangat-rawan.",
        LinkConflictKind.TooMany => "must be together, but with all linked to them they are more than max_stations of any pattern.",
        LinkConflictKind.TooFar => "must be together, but with all linked to them they lie farther apart than radius_m of any pattern.",
        _ => throw new InvalidOperationException($"No words for {Kind}."),
    };
}

/// <summary>A pattern string that is not three numbers.</summary>
internal sealed record PatternUnreadable(string Pattern) : InputProblem("pattern", null, null, Pattern)
{
    protected override string Complaint => "expected three whole numbers such as 2-12-24 or 2:10:5, the first two of them 1 or more.";
}

/// <summary>A pattern string whose order can not be told from its numbers.</summary>
internal sealed record PatternOrderUnknown(string Pattern) : InputProblem("pattern", null, null, Pattern)
{
    protected override string Complaint =>
        "the order of its numbers can not be told, since neither is the third twice the second nor the second twice the "
        + "third; say it with --order P-T-L (police, stations, Linmas) or --order P-L-T (police, Linmas, stations).";
}
