using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Shell.Search;

/// <summary>Finds things of one kind by what somebody typed, as far as this reader may open them.</summary>
/// <param name="services">Of the request.</param>
/// <param name="ask">What was typed, and who asks.</param>
/// <param name="cancel">Ends it.</param>
public delegate Task<SearchFound> FindNamed(IServiceProvider services, SearchAsk ask, CancellationToken cancel);

/// <summary>A kind of thing that has a name; each room adds its own. Searched for those who have the permission.</summary>
/// <param name="Position">Order on the page.</param>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Texts">Holds the key.</param>
/// <param name="Key">Key of the group's name.</param>
/// <param name="Permission">Who searches it: that of the room's own list.</param>
/// <param name="Find">Finds them, within the reader's areas.</param>
public sealed record SearchProvider(int Position, string Icon, Type Texts, string Key, string Permission, FindNamed Find);

/// <summary>What was typed. It is kept nowhere.</summary>
public sealed record SearchAsk(string Typed, NameMatch Match, Reader Reader)
{
    /// <summary>Most that a group shows.</summary>
    public const int Most = 8;

    /// <summary>The best of them, best first; equals by their names' length and then as given.</summary>
    /// <param name="things">All that may be found.</param>
    /// <param name="score">How well one fits, by <see cref="Match"/>; null where it does not.</param>
    /// <param name="length">Length of its name.</param>
    public static (List<(T Thing, int Score)> Best, int Total) Rank<T>(IEnumerable<T> things, Func<T, int?> score, Func<T, int> length)
    {
        var fit = new List<(T Thing, int Score)>();
        foreach (var thing in things)
            if (score(thing) is { } points) fit.Add((thing, points));
        return ([.. fit.OrderBy(f => f.Score).ThenBy(f => length(f.Thing)).Take(Most)], fit.Count);
    }

    /// <summary>The address of a room's own list searched for the same; null where it would show no more, or nothing by a slip.</summary>
    public string? AllOf(string list, int total, int best) =>
        total > Most && best < NameMatch.Slipped ? $"{list}?cari={Uri.EscapeDataString(Typed)}" : null;
}

/// <summary>One thing found.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Its page.</param>
/// <param name="Detail">What tells it from others of the name; null for nothing.</param>
/// <param name="Score">By <see cref="NameMatch"/>.</param>
public sealed record SearchHit(string Name, string Href, string? Detail, int Score);

/// <summary>What a group found: at most <see cref="SearchAsk.Most"/>, best first.</summary>
/// <param name="Hits">They.</param>
/// <param name="All">Where more are listed; null where there is no such list or no more.</param>
public sealed record SearchFound(IReadOnlyList<SearchHit> Hits, string? All)
{
    public static SearchFound Nothing { get; } = new([], null);
}
