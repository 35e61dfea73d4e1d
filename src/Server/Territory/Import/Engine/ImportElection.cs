using System.Globalization;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>Why it is not clear which election stations go to.</summary>
/// <param name="Named">The code that was named and does not exist; null where none was named.</param>
/// <param name="Choices">Codes to choose from.</param>
internal sealed record ElectionUnclear(string? Named, IReadOnlyList<string> Choices);

/// <summary>
/// Finds which election stations go to: the one named, else the only one that is not closed, else a new draft. A code that
/// nobody has used is that of a new draft too; one that looks like a slip of the hand is asked about.
/// </summary>
internal static class ImportElection
{
    /// <summary>The code of the election, or why it is not clear.</summary>
    public static async Task<(string? Code, ElectionUnclear? Unclear)> ChooseAsync(
        Database database, string? named, OfficeClock clock, CancellationToken cancel)
    {
        var all = await ElectionQueries.AllAsync(database, cancel);
        var open = all.Where(e => e.State != ElectionState.Closed).Select(e => e.Code).ToList();
        if (named is not null)
            return all.Any(e => e.Code == named) || (IsCode(named) && !all.Any(e => LooksLike(named, e.Code)))
                ? (named, null) : (null, new ElectionUnclear(named, [.. all.Select(e => e.Code)]));
        if (open.Count > 0)
            return open.Count == 1 ? (open[0], null) : (null, new ElectionUnclear(null, open));

        return (await NewDraftAsync(database, clock, cancel), null);
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // Other digits are another year; the same digits with almost the same letters are the same election, mistyped.
    private static bool LooksLike(string named, string known)
    {
        static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
        static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter));
        return Digits(named) == Digits(known) && Math.Abs(named.Length - known.Length) <= 2 && NameMatch.Slips(Letters(named), Letters(known)) is not null;
    }

    /// <summary>A code for a new draft: of today, and not taken.</summary>
    public static async Task<string> NewDraftAsync(Database database, OfficeClock clock, CancellationToken cancel)
    {
        var taken = (await ElectionQueries.AllAsync(database, cancel)).Select(e => e.Code).ToHashSet(StringComparer.Ordinal);
        var draft = string.Create(CultureInfo.InvariantCulture, $"impor-{clock.Today:yyyy-MM-dd}");
        for (var i = 2; taken.Contains(draft); i++)
            draft = string.Create(CultureInfo.InvariantCulture, $"impor-{clock.Today:yyyy-MM-dd}-{i}");
        return draft;
    }

    /// <summary>The election's id; it is made where it is not there. Within the transaction of the swap.</summary>
    public static async Task<int> ReadyAsync(Database database, string code, OfficeClock clock, CancellationToken cancel) =>
        await ElectionQueries.IdOfAsync(database, code, cancel)
        ?? await ElectionStore.AddDraftAsync(database, code, $"Daftar TPS {code}", ElectionKind.Pemilu, clock.Zone.Id, cancel);
}
