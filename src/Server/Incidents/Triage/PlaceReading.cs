using System.Globalization;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>Reads what a report says of the place: hamlet, village, RT and RW, the number of the TPS, things that stand there, and bare names.</summary>
internal sealed class PlaceReading(string area, Ground ground)
{
    private const int LongestName = 3;

    private static readonly string[] Numbers = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    private readonly Lexicon _lexicon = Lexicon.Default;

    public short Named { get; private set; } = Ground.None;

    public HashSet<string> Hamlets { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public HashSet<Mark> Marks { get; } = [];

    public int Station { get; private set; }

    public int Neighbourhood { get; private set; }

    public int Ward { get; private set; }

    /// <summary>Takes the place out of the words, and returns the others.</summary>
    /// <param name="tokens">As <see cref="Gist.Tokens"/> gives them.</param>
    /// <param name="all">Whether all of them tell of the place; else a name counts only after a word that says so.</param>
    public List<string> Read(List<string> tokens, bool all)
    {
        tokens = tokens.ConvertAll(_lexicon.Leading);
        var (rest, placed) = (new List<string>(), all);
        for (var i = 0; i < tokens.Count;)
        {
            var (word, taken) = (_lexicon.Long(tokens[i]), 1);
            var joined = i + 1 < tokens.Count && _lexicon.AreOne(word, _lexicon.Long(tokens[i + 1])) ? word + _lexicon.Long(tokens[i + 1]) : null;
            if (word == "tps" && NumberAt(tokens, i + 1, out taken) is > 0 and var station)
            {
                if (Station == 0) Station = station;
                rest.Add(word);
            }
            else if (word == "rt" && NumberAt(tokens, i + 1, out taken) is > 0 and var neighbourhood) Neighbourhood = neighbourhood;
            else if (word == "rw" && NumberAt(tokens, i + 1, out taken) is > 0 and var ward) Ward = ward;
            else if (word is "dusun" or "kampung" && Run(tokens, i + 1, all, out var run) is var (name, after) && name.Length > 0)
            {
                Hamlets.Add(name);
                Village(after);
                taken = 1 + run;
            }
            else if (word is "desa" or "kelurahan" && Run(tokens, i + 1, all, out run) is var (village, further) && village.Length > 0)
            {
                if (!Village(village)) Village(further);
                taken = 1 + run;
            }
            else if (word == "kecamatan" && Run(tokens, i + 1, all, out run) is (not "", _)) taken = 1 + run;
            else if ((joined is not null ? _lexicon.Place(joined) : null) is { } two && (all || placed))
            {
                taken = 2;
                Landmark(two, tokens, i, all, ref taken);
            }
            else if ((all || placed) && (word == "jalan" ? word : _lexicon.Place(tokens[i]) ?? _lexicon.Place(word)) is { } kind)
            {
                taken = 1;
                if (!Landmark(kind, tokens, i, all, ref taken)) rest.Add(tokens[i]);
            }
            else if ((all || (placed && !_lexicon.IsKnown(_lexicon.Meant(tokens[i])))) && Run(tokens, i, all, out run) is var (bare, beside) && bare.Length > 0)
            {
                if (!Village(bare))
                {
                    Names.Add(bare);
                    Village(beside);
                }

                taken = run;
            }
            else rest.Add(tokens[i]);

            placed = all || (word is "di" or "nang" or "ning" or "neng" or "depan" or "dekat" or "sebelah" or "samping" or "seberang" or "sekitar" or "belakang" or "utara" or "selatan" or "timur" or "barat" or "arah" && taken == 1);
            i += taken;
        }

        return rest;
    }

    private bool Landmark(string kind, List<string> tokens, int at, bool all, ref int taken)
    {
        var (name, after, numbered) = ("", "", 0);
        // The guard post of an RT: its number is the post's name here.
        if (at + taken < tokens.Count && tokens[at + taken] == "rt" && kind == "poskamling" && NumberAt(tokens, at + taken + 1, out var digits) is > 0 and var number)
        {
            (name, after) = (string.Create(CultureInfo.InvariantCulture, $"rt{number}"), "");
            taken += digits;
        }
        else if (NumberAt(tokens, at + taken, out digits) is > 0 and var which && digits == 2)
        {
            (name, after) = (which.ToString(CultureInfo.InvariantCulture), "");
            taken += 1;
        }
        else
        {
            (name, after) = Run(tokens, at + taken, all, out var run);
            if (name.Length == 0 && kind == "jalan") return false;
            taken += run;
            // "SDN Pasirian 02": as schools are called. Of a place alone; in a sentence it may be the number of something else.
            if (all && name.Length > 0 && after.Length == 0 && NumberAt(tokens, at + taken, out digits) is > 0 and var last && digits == 2)
            {
                (numbered, taken) = (last, taken + 1);
            }
        }

        Village(after);
        Marks.Add(new(kind, name, numbered));
        return true;
    }

    // A name of up to three words, and the name of a village that follows it without a word that says so.
    private (string Name, string After) Run(List<string> tokens, int from, bool all, out int taken)
    {
        var to = from;
        while (to < tokens.Count && to - from < LongestName + 1)
        {
            // The shop of Pak Min: whoever he is, he is no school.
            if (tokens[to] is "pak" or "bu" or "mbok" or "mbah" or "haji" && to + 1 < tokens.Count && char.IsLetter(tokens[to + 1][0])) to += 2;
            else if (Continues(tokens[to], to > from, all)) to++;
            else break;
        }

        taken = to - from;
        if (taken == 0) return ("", "");
        for (var cut = from + 1; cut < to; cut++)
        {
            var last = string.Concat(tokens[cut..to]);
            if (ground.Named(last, area) != Ground.None) return (Name(from, cut), last);
        }

        return (Name(from, to), "");

        string Name(int first, int end) => string.Concat(tokens[first..end].Select(_lexicon.Long));
    }

    private bool Continues(string token, bool later, bool all)
    {
        if (token == "," || char.IsDigit(token[0]) || token.Length < 2) return false;
        if (later && token is "kidul" or "lor" or "wetan" or "kulon" or "tengah") return true;
        var word = _lexicon.Long(token);
        if (word is "dusun" or "desa" or "kelurahan" or "kecamatan" or "jalan" or "tps" or "rt" or "rw" or "di" || _lexicon.IsEmpty(word)) return false;
        if (_lexicon.Place(token) is not null) return false;
        return all || !_lexicon.IsKnown(_lexicon.Meant(token));
    }

    private bool Village(string name)
    {
        if (name.Length == 0 || ground.Named(name, area) is var village && village == Ground.None) return false;
        Named = village;
        return true;
    }

    // By digits or in a word, after "no" or without; the tokens with the word before them.
    private static int NumberAt(List<string> tokens, int at, out int taken)
    {
        taken = 1;
        if (at < tokens.Count && tokens[at] is "no" or "nomor" or "nomer") (at, taken) = (at + 1, 2);
        if (at >= tokens.Count) return 0;
        var number = int.TryParse(tokens[at], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Array.IndexOf(Numbers, tokens[at]);
        if (number is <= 0 or > 999) return 0;
        taken++;
        if (number < 10 && at + 1 < tokens.Count && tokens[at + 1] is "belas" or "puluh")
        {
            number = tokens[at + 1] == "belas" ? number + 10 : number * 10;
            taken++;
        }

        return number;
    }
}
