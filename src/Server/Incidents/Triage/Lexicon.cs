using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>The words of reports as words.txt has them: short for long, what says nothing, things that tell a place, and what is spoken of.</summary>
internal sealed class Lexicon
{
    /// <summary>Of how much a word that may belong to several things says of each.</summary>
    public const float Weak = 0.3f;

    // One word that says it, or two that say less of the same.
    private const float Naming = 2;

    private const float MostOfOne = 3;

    // Of what it speaks, that belongs to a family of things taken for one another.
    private const float OfFamily = 0.6f;

    private const float Enough = 2 * Weak - 0.01f;
    private const int ShortestLeading = 4;
    private const int MostRemembered = 100_000;

    private readonly FrozenDictionary<string, string> _long;
    private readonly FrozenSet<string> _empty;
    private readonly FrozenDictionary<string, string> _places;
    private readonly FrozenSet<string> _joined;
    private readonly FrozenDictionary<string, (byte Subject, float Weight)[]> _says;
    private readonly FrozenDictionary<string, (string Other, byte Subject)[]> _together;
    private readonly ImmutableArray<(byte Family, byte[] Members)> _families;
    private readonly FrozenDictionary<string, ushort[]> _things;
    private readonly FrozenSet<string> _everywhere;
    private readonly FrozenSet<string> _known;
    private readonly Spelling _spelling;
    private readonly Spelling _placeSpelling;
    private readonly Spelling _leadingSpelling = new(["dusun", "kampung", "kelurahan", "kecamatan", "depan", "dekat", "sebelah", "samping", "seberang", "sekitar", "belakang", "utara", "selatan", "timur", "barat"], ShortestLeading);
    // People use some ten thousand words; each is worked out once.
    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);

    private Lexicon(TextReader table)
    {
        var (longer, empty, places, joined, groups) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, string[]>(StringComparer.Ordinal));
        var (subjects, says, together) = (ImmutableArray.CreateBuilder<string>(), new List<(string Word, byte Subject, float Weight)>(), new List<(string Word, string Other, byte Subject)>());
        var families = new List<(string Name, string[] Members)>();
        var (sort, sorts) = (0, new List<(string Word, ushort Thing)>());
        var (section, common, everywhere) = ("", new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        while (table.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] == '[') section = words[0];
            else if (section == "[singkatan]") foreach (var pair in words.Select(w => w.Split('='))) longer[pair[0]] = pair[1];
            else if (section == "[henti]") empty.UnionWith(words);
            else if (section == "[umum]") common.AddRange(words);
            else if (section == "[banyak]") everywhere.UnionWith(words);
            else if (section == "[tempat]") foreach (var word in words.Skip(1)) places[word] = words[0][..^1];
            else if (section == "[gabung]") joined.UnionWith(line.Split('|').Select(p => p.Replace(" ", "", StringComparison.Ordinal)));
            else if (section == "[kelompok]") groups[words[0][..^1]] = words[1..];
            else if (section == "[jenis]")
            {
                sort++;
                foreach (var (thing, names) in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|').Index()) sorts.AddRange(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (w, (ushort)((sort << 8) | thing))));
            }
            else if (section == "[rumpun]") families.Add((words[0][..^1], words[1..]));
            else if (section == "[hal]")
            {
                var subject = (byte)subjects.Count;
                subjects.Add(words[0][..^1]);
                foreach (var word in words.Skip(1))
                {
                    var (weight, sides) = (word[0] == '~' ? Weak : word[0] == '!' ? Naming : 1f, word.TrimStart('~', '!').Split('+'));
                    foreach (var one in Of(sides[0]))
                    {
                        if (sides.Length == 1) says.Add((one, subject, weight));
                        else together.AddRange(Of(sides[1]).Select(other => (one, other, subject)));
                    }
                }
            }
        }

        var first = subjects.Count;
        subjects.AddRange(families.Select(f => f.Name));
        _families = [.. families.Index().Select(f => ((byte)(first + f.Index), f.Item.Members.Select(m => (byte)subjects.IndexOf(m)).ToArray()))];
        if (subjects.Count > 64) throw new InvalidOperationException("words.txt has more subjects than a mask of 64 bits holds.");
        (Subjects, _long, _empty, _places, _joined) = (subjects.ToImmutable(), longer.ToFrozenDictionary(StringComparer.Ordinal), empty.ToFrozenSet(StringComparer.Ordinal), places.ToFrozenDictionary(StringComparer.Ordinal), joined.ToFrozenSet(StringComparer.Ordinal));
        _things = sorts.GroupBy(w => w.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(w => w.Thing).ToArray(), StringComparer.Ordinal);
        _everywhere = everywhere.ToFrozenSet(StringComparer.Ordinal);
        _says = says.GroupBy(s => s.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(s => (s.Subject, s.Weight)).ToArray(), StringComparer.Ordinal);
        _together = together.GroupBy(s => s.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(s => (s.Other, s.Subject)).Distinct().ToArray(), StringComparer.Ordinal);
        _known = says.Select(s => s.Word).Concat(together.SelectMany(t => new[] { t.Word, t.Other })).Concat(empty).Concat(common).Concat(sorts.Select(w => w.Word)).Concat(longer.Values).Concat(groups.Values.SelectMany(g => g)).ToFrozenSet(StringComparer.Ordinal);
        _spelling = new(_known);
        _placeSpelling = new(places.Keys.Concat(["dusun", "kelurahan", "kecamatan", "jalan"]));

        IEnumerable<string> Of(string word) => word[0] == '@' ? groups[word] : [word];
    }

    public static Lexicon Default { get; } = Read();

    /// <summary>What reports speak of, by number.</summary>
    public ImmutableArray<string> Subjects { get; }

    /// <summary>Written out where it is a known short form.</summary>
    public string Long(string word) => _long.GetValueOrDefault(word, word);

    /// <summary>The word before a name (dusun, dekat) that is meant where it is written with a slip; else the word as it is.</summary>
    public string Leading(string word) => _places.ContainsKey(word) || _known.Contains(Long(word)) ? word : _leadingSpelling.Meant(word) ?? word;

    /// <summary>Says nothing of what happened.</summary>
    public bool IsEmpty(string word) => _empty.Contains(word);

    /// <summary>A hamlet's name that nearly every village has.</summary>
    public bool IsEverywhere(string hamlet) => _everywhere.Contains(hamlet);

    /// <summary>Whether the table has it: of the benchmark, which tells how much of what people write is in it.</summary>
    public bool IsKnown(string word) => _known.Contains(word);

    /// <summary>Two words that are one.</summary>
    public bool AreOne(string first, string second) => _joined.Contains(first + second);

    /// <summary>The thing by which a place is told (masjid, pasar), also where it is written with a slip; null where it is none.</summary>
    public string? Place(string word) => _places.GetValueOrDefault(word) ?? (_placeSpelling.Meant(word) is { } meant ? _places.GetValueOrDefault(meant) : null);

    /// <summary>The word of the table that is meant, or the stem by rule where it knows none.</summary>
    public string Meant(string word)
    {
        if (_read.TryGetValue(word, out var found)) return found;
        var full = Long(word);
        found = Stemmer.Known(full, _known.Contains) ?? _spelling.Meant(full) ?? (Stemmer.Plain(full) is var stem && _spelling.Meant(stem) is { } mended ? mended : stem);
        found = string.Intern(Long(found));
        if (_read.Count < MostRemembered) _read.TryAdd(word, found);
        return found;
    }

    /// <summary>The things that words name, in order: the sort in the upper byte, which of the sort in the lower.</summary>
    public IEnumerable<ushort> Things(IEnumerable<string> words) => words.SelectMany(w => _things.TryGetValue(w, out var things) ? things : []).Distinct().Order();

    /// <summary>Of what a report speaks by its words: a weight for each subject, 0 to 1, together of length 1; none where nothing is known.</summary>
    /// <remarks>Words that say less are not enough by themselves: then it is not sure.</remarks>
    public ((byte Subject, float Weight)[] Spoken, bool Sure) SpokenOf(HashSet<string> words)
    {
        Span<float> votes = stackalloc float[64];
        votes.Clear();
        foreach (var word in words)
        {
            if (_says.TryGetValue(word, out var says))
            {
                foreach (var (subject, weight) in says) votes[subject] += weight;
            }

            if (!_together.TryGetValue(word, out var pairs)) continue;
            foreach (var (other, subject) in pairs)
            {
                if (words.Contains(other)) votes[subject] += 1;
            }
        }

        foreach (var (family, members) in _families)
        {
            foreach (var member in members) votes[family] = MathF.Max(votes[family], OfFamily * votes[member]);
        }

        var (length, most) = (0f, 0f);
        foreach (ref var vote in votes)
        {
            most = MathF.Max(most, vote);
            vote = MathF.Min(vote, MostOfOne);
            length += vote * vote;
        }

        if (length == 0) return ([], false);
        var found = new List<(byte, float)>();
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0) found.Add(((byte)i, votes[i] / MathF.Sqrt(length)));
        }

        return ([.. found], most >= Enough);
    }

    private static Lexicon Read()
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("Incidents.words.txt")!);
        return new Lexicon(reader);
    }
}
