using System.Globalization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>Adds to the lists from within the program.</summary>
public static class LinmasStore
{
    private static readonly string[] First = ["Agus", "Slamet", "Hadi", "Joko", "Sri", "Rudi", "Yanto", "Wati", "Dedi", "Eko", "Nur", "Tono", "Imam", "Basuki", "Rini", "Karto"];

    /// <summary>Somebody named as a guard of stations, who is on the Satlinmas too.</summary>
    public static Guid Add(Database database, string village, string name, int birthYear, string? phone)
    {
        var id = OrderedId.New();
        database.Add(new LinmasMember
        {
            Id = id, VillageCode = village, Name = name, BirthYear = birthYear, Phone = phone, IsSatlinmas = true, IsStationGuard = true,
        });
        return id;
    }

    /// <summary>
    /// Made-up names for a few villages of a kecamatan: the first has four, as one who has just begun; the second has all
    /// and sent its list; the others have some or none.
    /// </summary>
    public static async Task AddSampleAsync(Database database, int election, string kecamatan, DateTimeOffset now, CancellationToken cancel)
    {
        var stations = (await StationCodes.CodesAsync(database, election, AreaSet.Of(kecamatan), cancel)).GroupBy(s => s[..13], StringComparer.Ordinal).ToList();
        for (var i = 0; i < Math.Min(6, stations.Count); i++)
        {
            var need = stations[i].Count() * VillageLinmas.PerStation;
            var count = i switch { 0 => Math.Min(4, need), 1 => need, 2 => need / 2, 3 => need - 1, _ => i == 4 ? 3 : 0 };
            for (var n = 0; n < count; n++) Name(database, stations[i].Key, i, n);
            // The first stations of each have somebody to ring, on numbers that no operator gives out.
            foreach (var (station, n) in stations[i].Take(2 + i % 3).Select((s, n) => (s, n)))
                StationContacts.Add(database, election, station, $"{First[(n * 5 + i) % First.Length]} Ketua Contoh", string.Create(CultureInfo.InvariantCulture, $"0800001{i:D2}{n:D3}"));
            if (i == 1) database.Add(new LinmasRoll { ElectionId = election, VillageCode = stations[i].Key, State = RollState.Sent, SentAt = now });
        }
    }

    private static void Name(Database database, string village, int i, int n)
    {
        var (first, second) = (First[n % First.Length], First[(n / First.Length + i * 3 + 5) % First.Length]);
        // Numbers that no operator gives out, and years between both age rules.
        var phone = string.Create(CultureInfo.InvariantCulture, $"0800000{i:D2}{n:D3}");
        Add(database, village, first == second ? $"{first} Contoh" : $"{first} {second} Contoh", 1980 + (n * 7 + i) % 24, n % 4 == 3 ? null : phone);
    }
}
