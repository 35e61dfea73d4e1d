using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>Which column of the file is which, as somebody said by hand: header by the name of the field.</summary>
public sealed record ColumnChoice(IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What is wrong with it, or null.</summary>
    internal RowFinding? Problem(TableShape shape)
    {
        foreach (var (field, header) in Headers)
        {
            if (shape.Columns.All(c => c.Name != field))
                return new RowFinding(null, field, null, ImportFindings.UnknownField, string.Join(", ", shape.Columns.Select(c => c.Name)));
            if (ForbiddenColumns.Includes(header)) return new RowFinding(null, header, null, ImportFindings.ForbiddenChoice);
        }

        return null;
    }
}

/// <summary>Columns that nothing is ever taken from, whatever they are said to be: votes, and numbers of identity cards.</summary>
public static class ForbiddenColumns
{
    private static readonly string[] Votes = ["suara", "paslon", "caleg", "capres", "cawapres", "kandidat", "candidate", "partai", "perolehan", "tally"];
    private static readonly string[] Identity = ["nik", "ktp", "noktp", "nomorktp", "nomorindukkependudukan", "nomornik", "nonik", "nokk", "nomorkk"];

    public static bool Includes(string header) => AreVotes(header) || AreIdentities(header);

    /// <summary>Votes, or who is voted for.</summary>
    public static bool AreVotes(string header)
    {
        // A station is a place of voting, and who may vote has the right to: neither counts a vote.
        var key = TableColumns.Key(header).Replace("pemungutansuara", "", StringComparison.Ordinal).Replace("haksuara", "", StringComparison.Ordinal);
        return Array.Exists(Votes, v => key.Contains(v, StringComparison.Ordinal))
            || Words(header).Any(w => w is "vote" or "votes" or "calon" or "party" or "parties");
    }

    /// <summary>Numbers of identity cards.</summary>
    public static bool AreIdentities(string header) => Identity.Contains(TableColumns.Key(header), StringComparer.Ordinal);

    /// <summary>Sixteen digits are the number of an identity card or of a family card, however they are spaced.</summary>
    public static bool IsIdentity(string value) => value.Count(char.IsAsciiDigit) == 16 && value.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-' or '\'');

    private static IEnumerable<string> Words(string header)
    {
        var word = new System.Text.StringBuilder();
        foreach (var c in header.ToLowerInvariant())
        {
            if (char.IsLetter(c))
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0) yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0) yield return word.ToString();
    }
}

internal static class ShapeChoice
{
    public static TableShape With(this TableShape shape, ColumnChoice? chosen) => chosen is null ? shape : shape with { Map = chosen.Headers };
}
