namespace TigaPilar.Planning.Guarding;

/// <summary>How long to search, in moves and never in seconds, so that a plan does not depend on the machine's speed.</summary>
/// <param name="RoundsPerStation">
/// Ruin-and-recreate rounds per station of a unit; each takes some ten stations out and puts them back. 0 only
/// constructs and descends.
/// </param>
public readonly record struct SearchBudget(double RoundsPerStation)
{
    /// <summary>For one kabupaten at a desk.</summary>
    public static SearchBudget Standard => new(25);

    /// <summary>For many what-ifs, or the whole nation by kecamatan.</summary>
    public static SearchBudget Quick => new(1);

    /// <summary>
    /// Rounds for a unit. A search in earnest gives each unit those of a hundred stations more, a small one three times its
    /// own: it is as full of local optima as a large one, and costs little.
    /// </summary>
    internal long RoundsOf(int stations) =>
        (long)(RoundsPerStation * (RoundsPerStation < 20 ? stations : Math.Min(3 * stations, stations + 100)));
}
