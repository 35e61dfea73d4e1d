using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TigaPilar.Bench.Duplicates;

/// <summary>How one person writes: what he shortens, how often he slips, whether he bothers about capitals.</summary>
internal sealed class Hand
{
    private static readonly FrozenDictionary<string, string[]> Shortened = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["jalan"] = ["jl", "jln"], ["desa"] = ["ds", "ds."], ["dusun"] = ["dsn", "dsn.", "dk"], ["yang"] = ["yg"], ["dengan"] = ["dgn", "dg"], ["sudah"] = ["sdh", "udah", "udh"], ["belum"] = ["blm", "blum"], ["tidak"] = ["tdk", "gak", "ga", "tak"],
        ["karena"] = ["krn", "karna"], ["orang"] = ["org"], ["kecamatan"] = ["kec"], ["rumah"] = ["rmh"], ["warga"] = ["wrg"], ["mohon"] = ["mhn"], ["segera"] = ["sgr"], ["petugas"] = ["ptgs"], ["malam"] = ["mlm"], ["motor"] = ["mtr"], ["lokasi"] = ["lok"],
        ["dekat"] = ["dkt", "deket"], ["depan"] = ["dpn"], ["banyak"] = ["byk"], ["kendaraan"] = ["kndrn", "kend"], ["masih"] = ["msh"], ["pukul"] = ["pkl"], ["sampai"] = ["smp", "sampe"], ["untuk"] = ["utk"], ["dan"] = ["dn", "&"], ["bisa"] = ["bs"], ["lagi"] = ["lg"],
        ["sekarang"] = ["skrg"], ["jembatan"] = ["jbtn"], ["sebelah"] = ["sblh"], ["belakang"] = ["blkg", "blakang"], ["angin"] = ["angn"], ["laporan"] = ["lap"], ["korban"] = ["krbn"], ["surat"] = ["srt"], ["suara"] = ["sura", "sr"], ["pemilih"] = ["pmlh"],
        ["sekitar"] = ["skitar", "sktr"], ["hilang"] = ["hlg", "ilang"], ["pelaku"] = ["plku"], ["kepada"] = ["kpd"], ["terjadi"] = ["trjd"], ["ada"] = ["ad"], ["akibat"] = ["akbt"], ["pemuda"] = ["pmd"], ["kejadian"] = ["kjdn"], ["kelurahan"] = ["kel"], ["kampung"] = ["kmpg"],
        ["tebing"] = ["tbg"], ["listrik"] = ["lstrk"], ["bantuan"] = ["bntn"], ["dibawa"] = ["dbawa"], ["dari"] = ["dr"], ["dalam"] = ["dlm"], ["pohon"] = ["phn"], ["tumbang"] = ["tmbg"], ["banjir"] = ["bnjr"], ["kotak"] = ["ktk"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private readonly Chance _chance;
    private readonly double _shortens;
    private readonly double _slips;
    private readonly int _capitals;

    public Hand(Chance chance)
    {
        _chance = chance;
        // An officer at a desk, somebody in a chat, somebody in a hurry.
        (_shortens, _slips, _capitals) = chance.Next() switch { < 0.3 => (0.15, 0.005, 0), < 0.8 => (0.5, 0.025, chance.Next(3)), _ => (0.75, 0.06, 1 + chance.Next(2)) };
    }

    public string Write(string text)
    {
        var written = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (written.Length > 0) written.Append(' ');
            var (body, tail) = char.IsPunctuation(word[^1]) && word.Length > 1 ? (word[..^1], word[^1..]) : (word, "");
            if (Shortened.TryGetValue(body.ToLower(CultureInfo.InvariantCulture), out var ways) && _chance.Hit(_shortens)) body = _chance.Pick(ways);
            else if (body.Length >= 4 && body.All(char.IsLetter) && _chance.Hit(_slips)) body = Slip(body);
            written.Append(body);
            if (tail.Length > 0 && !(_capitals > 0 && _chance.Hit(0.5))) written.Append(tail);
        }

        var all = written.ToString();
        return _capitals switch
        {
            0 => char.ToUpper(all[0], CultureInfo.InvariantCulture) + all[1..],
            1 => all.ToLower(CultureInfo.InvariantCulture),
            _ => _chance.Hit(0.25) ? all.ToUpper(CultureInfo.InvariantCulture) : all,
        };
    }

    /// <summary>A number by digits or in words.</summary>
    public string Number(int number) => number <= 20 && _chance.Hit(0.35) ? Words(number) : number.ToString(CultureInfo.InvariantCulture);

    private static string Words(int number)
    {
        string[] ones = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
        return number < 12 ? ones[number] : number < 20 ? $"{ones[number - 10]} belas" : "dua puluh";
    }

    // A letter is lost, comes twice, changes places with the next, or is the neighbour's on the keyboard.
    private string Slip(string word)
    {
        var at = 1 + _chance.Next(word.Length - 2);
        switch (_chance.Next(4))
        {
            case 0: return word.Remove(at, 1);
            case 1: return word.Insert(at, word[at].ToString());
            case 2: return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
            default:
                var row = Array.Find(Rows, r => r.Contains(char.ToLower(word[at], CultureInfo.InvariantCulture), StringComparison.Ordinal));
                if (row is null) return word;
                var key = row.IndexOf(char.ToLower(word[at], CultureInfo.InvariantCulture), StringComparison.Ordinal);
                return $"{word[..at]}{row[key == 0 ? 1 : key == row.Length - 1 || _chance.Hit(0.5) ? key - 1 : key + 1]}{word[(at + 1)..]}";
        }
    }
}
