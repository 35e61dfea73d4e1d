using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Bench.Duplicates;

/// <summary>A report as it comes in, and of which event it truly tells.</summary>
/// <param name="Event">The same for all that tell of one event.</param>
/// <param name="HeldOut">Its line is one that fitting never saw.</param>
/// <param name="Shortest">Two or three words.</param>
internal sealed record ToldReport(int Event, string Scenario, string Kind, string What, string Where, string AreaCode, GeoPoint? Place, DateTimeOffset At, bool HeldOut, bool Shortest);

/// <summary>
/// Reports of some days in the sample kabupaten with known duplicates. Four of nine events are made to be mistaken for another:
/// the same within the hour in another hamlet or at another station of the village, the same words from the next village,
/// something else at the same place, the same again days later.
/// </summary>
/// <param name="villages">Of <see cref="Places"/>.</param>
/// <param name="seed">Decides everything.</param>
/// <param name="all">False where a method is fitted: the lines and words that are held out are then never used.</param>
internal sealed class ToldReports(ImmutableArray<Village> villages, ulong seed, bool all)
{
    private static readonly DateTimeOffset First = new(2024, 11, 25, 0, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Greetings = ["mohon izin melaporkan,", "lapor ndan,", "izin info", "selamat malam pak,", "assalamualaikum,", "pak tolong", "info dari warga:", "laporan masyarakat,", "mohon ijin", "min,", "dengan hormat,", "siap lapor", "info grup"];

    private static readonly string[] Endings =
    [
        "mohon bantuan", "segera ditindaklanjuti", "terima kasih", "mohon dicek", "petugas belum ada", "korban jiwa nihil", "situasi terkendali", "warga resah", "mohon arahan", "tksh", "sementara masih ditangani warga", "monitor", "butuh personel", "kades sudah di lokasi", "foto menyusul",
        "perkembangan dilaporkan lebih lanjut",
    ];

    private static readonly string[] Sides = ["depan", "dekat", "sebelah", "belakang", "utara", "timur", "selatan", "barat", "sekitar", "samping", "seberang", "arah", "", "", ""];

    private readonly Chance _chance = new(seed);

    private sealed record Happening(Scenario Scenario, Village Village, Hamlet Hamlet, int Mark, int Neighbourhood, int Ward, int Station, DateTimeOffset At, ImmutableArray<int> Values);

    public List<ToldReport> Make(int atLeast, int days)
    {
        var reports = new List<ToldReport>();
        var number = 0;
        while (reports.Count < atLeast)
        {
            var happening = Happen(days);
            Tell(happening);
            if (_chance.Hit(0.25)) Tell(Elsewhere(happening));
            if (_chance.Hit(0.2)) Tell(NextVillage(happening));
            if (_chance.Hit(0.2)) Tell(SomethingElse(happening));
            if (_chance.Hit(0.15)) Tell(Fresh(happening with { At = Within(happening.At.AddDays(1 + _chance.Next(3))) }, same: 0.5));
        }

        return [.. reports.OrderBy(r => r.At)];

        void Tell(Happening happening)
        {
            for (var left = Size(); left > 0; left--) reports.Add(Report(number, happening));
            number++;
        }
    }

    // 1 to 12 reports, seldom many: as n to the power −1.5.
    private int Size()
    {
        var left = _chance.Next() * Enumerable.Range(1, 12).Sum(n => 1 / (n * Math.Sqrt(n)));
        for (var n = 1; ; n++)
        {
            left -= 1 / (n * Math.Sqrt(n));
            if (left <= 0 || n == 12) return n;
        }
    }

    private Happening Happen(int days)
    {
        var (scenario, village) = (_chance.Pick(PhraseBook.Scenarios), _chance.Pick(villages));
        var at = First.AddDays(_chance.Next(days)).AddMinutes(_chance.Hit(0.85) ? 300 + _chance.Next(1110) : _chance.Next(1440));
        return new(scenario, village, _chance.Pick(village.Hamlets), _chance.Next(1 << 16), 1 + _chance.Next(12), 1 + _chance.Next(4), 1 + _chance.Next(village.Stations), at, Draw(scenario));
    }

    private Happening Elsewhere(Happening of)
    {
        var moved = Fresh(of with { At = Within(of.At), Neighbourhood = 1 + _chance.Next(12), Mark = of.Mark + 1 + _chance.Next(2), Station = (of.Station % of.Village.Stations) + 1 });
        // Two stations may be side by side.
        return of.Scenario.AtStation && of.Village.Stations > 1 && _chance.Hit(0.5) ? moved : moved with { Hamlet = _chance.Pick(of.Village.Hamlets.Remove(of.Hamlet)) };
    }

    private Happening NextVillage(Happening of)
    {
        var village = _chance.Pick(of.Village.Near);
        var namesake = village.Hamlets.FirstOrDefault(h => h.Name == of.Hamlet.Name);
        return Fresh(of with { Village = village, Hamlet = namesake is not null && _chance.Hit(0.5) ? namesake : _chance.Pick(village.Hamlets), At = Within(of.At), Mark = _chance.Next(1 << 16), Station = 1 + _chance.Next(village.Stations) });
    }

    private Happening SomethingElse(Happening of)
    {
        var other = _chance.Pick(PhraseBook.Scenarios.Remove(of.Scenario));
        return of with { Scenario = other, At = Within(of.At), Values = Draw(other) };
    }

    // The particulars are often the same too.
    private Happening Fresh(Happening of, double same = 0.6) => _chance.Hit(same) ? of : of with { Values = Draw(of.Scenario) };

    private DateTimeOffset Within(DateTimeOffset at) => at.AddMinutes(_chance.Next(120) - 60);

    private ImmutableArray<int> Draw(Scenario scenario) => [.. scenario.Details.Select(d => d.Values.Length > 0 ? _chance.Next(d.Values.Length) : d.From + _chance.Next(d.To - d.From + 1))];

    private ToldReport Report(int number, Happening of)
    {
        var hand = new Hand(_chance);
        // Most within the hour; notes of a telephone are written up later.
        var at = of.At.AddSeconds(60 * _chance.Quantile([(0, 1), (0.25, 9), (0.5, 25), (0.75, 70), (0.9, 180), (0.97, 360), (1, 720)]));
        var (area, coarse) = _chance.Next() switch
        {
            < 0.72 => (of.Village.Code, false), < 0.80 => (_chance.Pick(of.Village.Near).Code, true), < 0.97 => (of.Village.Code[..8], true), _ => (of.Village.Code[..5], true),
        };
        GeoPoint? place = _chance.Hit(0.22) ? Rounded(of.Hamlet.At.Offset(30 * (of.Mark % 8), 45 * (of.Mark % 8)).Offset(30 + _chance.Next(371), _chance.Next(360))) : null;
        if (_chance.Hit(0.1))
        {
            var where = of.Scenario.AtStation && _chance.Hit(0.6) ? Station(of, hand) : _chance.Next(4) switch { 0 => Mark(of), 1 => of.Hamlet.Name, 2 => $"dusun {of.Hamlet.Name}", _ => $"{(_chance.Hit(0.6) ? "desa " : "")}{of.Village.Name}" };
            return new(number, of.Scenario.Name, of.Scenario.Kind, hand.Write(_chance.Pick(of.Scenario.Shortest)), hand.Write(where), area, place, at, false, true);
        }

        var (line, heldOut) = Line(of, hand);
        if (_chance.Hit(0.2) && Line(of, hand) is var (more, alsoHeldOut)) (line, heldOut) = ($"{line}. {more}", heldOut || alsoHeldOut);
        var parts = Parts(of, hand, coarse);
        // Some say it all in the first field.
        if (_chance.Hit(0.35)) line = $"{line} di {parts[0]}";
        if (parts.Count > 1 && _chance.Hit(0.2)) parts.RemoveAt(0);
        if (_chance.Hit(0.2)) line = $"{line} {Hour(of.At)}";
        if (_chance.Hit(0.35)) line = $"{_chance.Pick(Greetings)} {line}";
        if (_chance.Hit(0.3)) line = $"{line}, {_chance.Pick(Endings)}";
        return new(number, of.Scenario.Name, of.Scenario.Kind, hand.Write(line), hand.Write(string.Join(_chance.Hit(0.6) ? " " : ", ", parts)), area, place, at, heldOut, false);
    }

    private (string Text, bool HeldOut) Line(Happening of, Hand hand)
    {
        while (true)
        {
            var line = _chance.Next(of.Scenario.Lines.Length);
            if (!all && PhraseBook.IsHeldOut(line)) continue;
            var at = 0;
            return (Filled(of.Scenario.Lines[line], ref at, of, hand).Trim(), PhraseBook.IsHeldOut(line));
        }
    }

    // Until the end or the bracket that closes; of alternatives one is kept.
    private string Filled(string line, ref int at, Happening of, Hand hand)
    {
        var (ways, text) = (new List<string>(), new StringBuilder());
        while (at < line.Length && line[at] != ')')
        {
            switch (line[at++])
            {
                case '(': text.Append(Filled(line, ref at, of, hand)); break;
                case '|': ways.Add(text.ToString()); text.Clear(); break;
                case '<':
                    var close = line.IndexOf('>', at);
                    text.Append(Said(of, line[at..close], hand));
                    at = close + 1;
                    break;
                case '#':
                    var end = at;
                    while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] == '-')) end++;
                    var bounds = line[at..end].Split('-');
                    var low = int.Parse(bounds[0], CultureInfo.InvariantCulture);
                    text.Append(hand.Number(low + _chance.Next(int.Parse(bounds[1], CultureInfo.InvariantCulture) - low + 1)));
                    at = end;
                    break;
                default: text.Append(line[at - 1]); break;
            }
        }

        at++;
        ways.Add(text.ToString());
        return _chance.Pick(ways);
    }

    private string Said(Happening of, string name, Hand hand)
    {
        var index = of.Scenario.Details.Index().First(d => d.Item.Name == name).Index;
        var (detail, value) = (of.Scenario.Details[index], of.Values[index]);
        // Who counts in a hurry counts wrong.
        if (detail.Values.IsEmpty) return hand.Number(_chance.Hit(0.7) ? value : Math.Max(1, value - 2 + _chance.Next(5)));
        // And two who saw it do not always say the same.
        var ways = detail.Values[_chance.Hit(0.08) ? _chance.Next(detail.Values.Length) : value];
        return ways[_chance.Next(all ? ways.Length : PhraseBook.Known(ways.Length))];
    }

    private List<string> Parts(Happening of, Hand hand, bool coarse)
    {
        var parts = new List<string>();
        if (of.Scenario.AtStation && _chance.Hit(0.85)) parts.Add(Station(of, hand));
        if (_chance.Hit(of.Scenario.AtStation ? 0.3 : 0.6)) parts.Add(Mark(of));
        if (_chance.Hit(0.2)) parts.Add(_chance.Hit(0.5) ? $"RT {of.Neighbourhood}" : string.Create(CultureInfo.InvariantCulture, $"RT {of.Neighbourhood:D2} RW {of.Ward:D2}"));
        if (_chance.Hit(parts.Count == 0 ? 0.85 : 0.5)) parts.Add(_chance.Next(3) switch { 0 => of.Hamlet.Name, _ => $"dusun {of.Hamlet.Name}" });
        if (_chance.Hit(parts.Count == 0 ? 1 : coarse ? 0.7 : 0.4)) parts.Add(_chance.Hit(0.7) ? $"{(of.Village.Ward ? "kelurahan" : "desa")} {of.Village.Name}" : of.Village.Name);
        if (_chance.Hit(0.15)) parts.Add($"kecamatan {of.Village.Kecamatan}");
        return parts;
    }

    private string Station(Happening of, Hand hand)
    {
        var n = _chance.Hit(0.015) ? 1 + _chance.Next(of.Village.Stations) : of.Station;
        return _chance.Next(5) switch { 0 => string.Create(CultureInfo.InvariantCulture, $"TPS {n:D3}"), 1 => string.Create(CultureInfo.InvariantCulture, $"TPS {n:D2}"), 2 => string.Create(CultureInfo.InvariantCulture, $"tps{n}"), 3 => string.Create(CultureInfo.InvariantCulture, $"TPS no {n}"), _ => $"TPS {hand.Number(n)}" };
    }

    // Not everybody names the same thing that stands there.
    private string Mark(Happening of)
    {
        var marks = of.Hamlet.Landmarks;
        return $"{_chance.Pick(Sides)} {_chance.Pick(marks[(of.Mark + (_chance.Hit(0.75) ? 0 : 1)) % marks.Length].Names)}".Trim();
    }

    private string Hour(DateTimeOffset at) => _chance.Next(4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"pukul {at:HH.mm} WIB"), 1 => string.Create(CultureInfo.InvariantCulture, $"jam {at.Hour % 12}"), 2 => "barusan",
        _ => at.Hour switch { < 4 => "dini hari", < 10 => "tadi pagi", < 15 => "siang ini", < 18 => "sore", _ => "tadi malam" },
    };

    private static GeoPoint Rounded(GeoPoint at) => new(Math.Round(at.Latitude, 5), Math.Round(at.Longitude, 5));
}
