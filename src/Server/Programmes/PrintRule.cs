using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Programmes;

/// <summary>A card on one A4 page, to hang up in a village hall.</summary>
internal static class PrintRule
{
    /// <summary><c>/aturan/{key}.pdf</c>, for anybody.</summary>
    public static IResult One(string key, OfficeClock clock) => RuleCard.Find(key) is { } card ? PdfFile.Of(Make(card, clock), $"aturan-{card.Key}.pdf") : Results.NotFound();

    // The day of its words, and not of its printing: two copies of a version are the same file.
    internal static Paper Make(RuleCard card, OfficeClock clock) =>
        new($"{card.Title} – versi {Indonesian.Whole(card.Version)}", Blocks(card), new DateTimeOffset(card.Effective.ToDateTime(TimeOnly.MinValue), clock.Zone.BaseUtcOffset)) { DataClass = "PUBLIK", Draft = false };

    private static IEnumerable<Block> Blocks(RuleCard card)
    {
        yield return new Title(card.Title.ToUpperInvariant(), $"Untuk {string.Join(", ", card.For.Select(RuleWords.Indonesian))}");
        yield return new Table([new("BOLEH"), new("JANGAN")], Pairs(card)) { Size = 13 };
        yield return new Paragraph("Ke mana", Bold: true, Size: 12);
        yield return new Paragraph(card.Route, Size: 12);
        yield return new Paragraph("Dasar", Bold: true, Size: 12);
        foreach (var article in card.Articles) yield return new Paragraph($"{article.Law}: {article.Article}", Size: 11) { Gap = 2 };
        if (card.Check) yield return new Paragraph(RuleWords.IndonesianText("CheckOriginal"), Size: 9.5f);
        yield return new Paragraph($"Versi {Indonesian.Whole(card.Version)}, berlaku {Indonesian.Date(card.Effective)}. Sumber: {card.Source}.", Size: 8.5f);
    }

    private static IEnumerable<Row> Pairs(RuleCard card)
    {
        for (var i = 0; i < Math.Max(card.Do.Length, card.Dont.Length); i++)
            yield return new Row(i < card.Do.Length ? card.Do[i] : "", i < card.Dont.Length ? card.Dont[i] : "");
    }
}
