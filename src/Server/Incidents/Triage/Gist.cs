using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>A thing by which a place is told.</summary>
/// <param name="Kind">Its kind by words.txt: masjid, pasar.</param>
/// <param name="Name">Small letters and digits; empty where it has none.</param>
/// <param name="Number">Which of several of that name it is (SDN Pasirian 02); 0 where none is said.</param>
internal readonly record struct Mark(string Kind, string Name, int Number);

/// <summary>What of a report is compared: what it speaks of, and each thing that it says of the place. Made once; a report never changes.</summary>
/// <param name="Area">Code as given: village, kecamatan or kabupaten.</param>
/// <param name="Village">Its number if it is one, else <see cref="Ground.None"/>.</param>
/// <param name="Named">The village that the words name; <see cref="Ground.None"/> where none.</param>
/// <param name="At">When it came.</param>
/// <param name="Place">Degrees of WGS84; null in most.</param>
/// <param name="Words">Stems of what happened, as ordered hashes.</param>
/// <param name="Speaks">Subjects of words.txt with weights of length 1; empty where none is known.</param>
/// <param name="Sure">Whether what it speaks of is told by more than words that belong to many things.</param>
/// <param name="Things">What it names of each sort of words.txt: a sort in the upper byte, which of it in the lower, in order.</param>
/// <param name="Hamlets">Names said to be hamlets.</param>
/// <param name="Names">Names of the place of which it is not said what they are.</param>
/// <param name="Marks">Landmarks and roads.</param>
/// <param name="Station">Number of the TPS; 0 where none is said. RT and RW alike.</param>
/// <param name="Neighbourhood">RT.</param>
/// <param name="Ward">RW.</param>
internal sealed record Gist(
    string Area, short Village, short Named, DateTimeOffset At, GeoPoint? Place, ImmutableArray<uint> Words, ImmutableArray<(byte Subject, float Weight)> Speaks, bool Sure, ImmutableArray<ushort> Things, ImmutableArray<string> Hamlets, ImmutableArray<string> Names, ImmutableArray<Mark> Marks,
    int Station, int Neighbourhood, int Ward)
{
    // A subject of less weight is mentioned and not spoken of.
    private const float Mentioned = 0.2f;

    /// <summary>A bit for each subject; all where it is not sure, since it may be any.</summary>
    public ulong Subjects { get; } = !Sure ? ulong.MaxValue : Speaks.Where(s => s.Weight >= Mentioned).Aggregate(0UL, (mask, s) => mask | (1UL << s.Subject));

    /// <summary>What it speaks of most; −1 where nothing is known.</summary>
    public int Foremost { get; } = Speaks.IsEmpty ? -1 : Speaks.MaxBy(s => s.Weight).Subject;

    public static Gist Of(string what, string where, string area, GeoPoint? place, DateTimeOffset at, Ground ground)
    {
        var (lexicon, reading) = (Lexicon.Default, new PlaceReading(area, ground));
        var said = Tokens(what);
        reading.Read(Tokens(where), all: true);
        var rest = reading.Read(said, all: false);
        var meant = rest.ConvertAll(lexicon.Meant);
        var words = meant.ToHashSet(StringComparer.Ordinal);
        for (var i = 1; i < meant.Count; i++)
        {
            if (lexicon.AreOne(meant[i - 1], meant[i])) words.Add(meant[i - 1] + meant[i]);
            else if (lexicon.AreOne(rest[i - 1], rest[i])) words.Add(rest[i - 1] + rest[i]);
        }

        var (spoken, sure) = lexicon.SpokenOf(words);
        return new(
            area, ground.Village(area), reading.Named, at, place, [.. words.Where(w => !char.IsDigit(w[0]) && !lexicon.IsEmpty(w)).Select(Hash).Distinct().Order()], [.. spoken], sure, [.. lexicon.Things(words)], [.. reading.Hamlets], [.. reading.Names], [.. reading.Marks],
            reading.Station, reading.Neighbourhood, reading.Ward);
    }

    /// <summary>A name as it is compared: small letters and digits, without blanks and marks.</summary>
    public static string Key(string name) => string.Concat(Tokens(name));

    /// <summary>Words and numbers in small letters; a comma where a part ends.</summary>
    public static List<string> Tokens(string text)
    {
        var (tokens, word) = (new List<string>(), new StringBuilder());
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Append(' '))
        {
            var letter = char.ToLower(c, CultureInfo.InvariantCulture);
            if (char.IsLetterOrDigit(letter))
            {
                // tps5, rt03: two that were written as one.
                if (word.Length > 0 && char.IsDigit(word[^1]) != char.IsDigit(letter)) End();
                word.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                End();
                if (c is ',' or ';' or '\n' or '(' or ')') tokens.Add(",");
            }
        }

        return tokens;

        void End()
        {
            if (word.Length == 0) return;
            tokens.Add(word.ToString());
            word.Clear();
        }
    }

    // FNV-1a.
    private static uint Hash(string word) => word.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
