using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Papers;

namespace TigaPilar.Bench;

/// <summary>A plan's papers filled with made-up people: every officer, Linmas and head of KPPS has a number for a name.</summary>
internal static class PapersOrder
{
    private const string Phone = "0800-000-000";

    /// <summary>One line a group: pattern, officers, Linmas a station, and its stations as kecamatan:village:number.</summary>
    public static void Write(string file, GuardProblem problem, GuardPlan plan)
    {
        var numbers = new int[problem.Stations.Length];
        var last = new int[problem.Villages.Length];
        for (var s = 0; s < numbers.Length; s++) numbers[s] = ++last[problem.Stations[s].Village];
        File.WriteAllLines(file, plan.Groups.Select(g => string.Create(CultureInfo.InvariantCulture,
            $"{g.Pattern.Class};{g.Pattern.Officers};{g.Pattern.LinmasOfOneStation};{string.Join(',', g.Stations.Select(s => $"{problem.Villages[problem.Stations[s].Village].Kecamatan}:{problem.Stations[s].Village}:{numbers[s]}"))}")));
    }

    public static GuardOrder Read(string file)
    {
        var (group, officer, linmas, station) = (0, 0, 0, 0);
        return new GuardOrder(
            "Pemilu Contoh", new DateOnly(2029, 2, 14), "Kabupaten Contoh", "Polres Contoh", 1, "Sprin/1/CONTOH",
            new SignedMark("Perwira Contoh", "Kapolres Contoh", new DateOnly(2029, 2, 1)), new OrderSigner("Kapolres Contoh", "Perwira Contoh", "AKBP", "00000000"),
            [.. File.ReadLines(file).Select(Group)], new DateTimeOffset(2029, 2, 1, 8, 0, 0, TimeSpan.FromHours(7)))
        {
            Letterhead = ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "DAERAH CONTOH", "RESOR CONTOH"],
        };

        OrderGroup Group(string line)
        {
            var parts = line.Split(';');
            var stations = parts[3].Split(',').Select(s => s.Split(':')).ToArray();
            var (officers, each) = (Whole(parts[1]), Whole(parts[2]));
            var kecamatan = $"Contoh {Whole(stations[0][0]) + 1}";
            return new OrderGroup(
                $"K{++group:D3}", kecamatan, kecamatan, [.. stations.Select(s => $"Desa {s[1]}").Distinct(StringComparer.Ordinal)],
                parts[0], $"{officers} personel untuk {stations.Length} TPS", new OrderPadal($"Perwira {stations[0][0]}", "Ipda", Phone),
                [.. Enumerable.Range(0, officers).Select(_ => new OrderOfficer($"Anggota {++officer}", "Bripka", $"{officer:D8}", "Sat Samapta", Phone))], [],
                [
                    .. stations.Select(s => new OrderStation(
                        $"99.99.99.{++station:D5}", Whole(s[2]).ToString("D3", CultureInfo.InvariantCulture), $"Desa {s[1]}", "Balai desa", null, $"Ketua {station}", Phone,
                        [.. Enumerable.Range(0, each).Select(_ => new OrderLinmas($"Linmas {++linmas}", Phone))])),
                ]);
        }
    }

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
