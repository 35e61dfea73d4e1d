namespace TigaPilar.Server.Forces;

/// <summary>An age rule with the law that it comes from.</summary>
/// <param name="From">Youngest, in whole years on voting day.</param>
/// <param name="To">Oldest, in whole years.</param>
/// <param name="LegalBasis">As it is shown.</param>
public sealed record AgeRule(int From, int To, string LegalBasis)
{
    /// <summary>
    /// Whether somebody born in that year is surely outside on the day. The year alone leaves one year open, and where
    /// the birthday decides nobody is refused: the PPS looks at the document.
    /// </summary>
    public bool Excludes(int birthYear, DateOnly day) => day.Year - birthYear < From || day.Year - birthYear - 1 > To;
}

/// <summary>Who may serve: the order at a station and the village's Satlinmas have rules of their own.</summary>
internal static class LinmasAges
{
    public static AgeRule StationGuard { get; } = new(17, 55, "PKPU 8/2022");

    /// <summary>
    /// From 18, or married before it, which the list does not ask: it warns and refuses nobody. Common use; the article
    /// that says so was not found, so none is named.
    /// </summary>
    public static AgeRule Satlinmas { get; } = new(18, 60, "Satlinmas");

    /// <summary>The first rule that the member's duties break; null where none.</summary>
    public static AgeRule? Broken(LinmasMember member, DateOnly day) =>
        member.IsStationGuard && StationGuard.Excludes(member.BirthYear, day) ? StationGuard
        : member.IsSatlinmas && Satlinmas.Excludes(member.BirthYear, day) ? Satlinmas
        : null;
}
