using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.VotingDay.Boxes;
using TigaPilar.Server.VotingDay.Review;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Contract;

/// <summary>
/// A voting day that is over, a year before the installation's first: its board can be looked at as of every hour, from the
/// first supplies to the last box, whenever somebody starts the sample. All that happened on it is made up.
/// </summary>
public static class VotingDaySample
{
    public const string Election = "pilkada-contoh";

    private const string Padal = "Padal Contoh, Polres Lumajang";
    private const string Posko = "Petugas posko, Pemerintah Kabupaten Lumajang";
    private const string KabagOps = "Kabag Ops, Polres Lumajang";

    /// <summary>Adds it within the caller's transaction, and saves.</summary>
    /// <param name="database">In a transaction.</param>
    /// <param name="clock">The offices' clock.</param>
    /// <param name="kabupaten">Its code.</param>
    /// <param name="like">The election whose stations it has some of.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task AddAsync(Database database, OfficeClock clock, string kabupaten, int like, CancellationToken cancel)
    {
        var day = clock.Today.AddDays(-364);
        while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(-1);
        var election = await ElectionStore.AddAsync(database, Election, "Pilkada contoh", ElectionKind.Pilkada, day, kabupaten, ["Gubernur dan Wakil Gubernur", "Bupati dan Wakil Bupati"], [new("Pemungutan suara", 0, 0)], cancel, ElectionState.Closed);
        var stations = await SampleTerritory.CopyStationsAsync(database, like, election, kabupaten, cancel);
        var names = (await AreaQueries.UpToVillagesAsync(database, kabupaten, cancel)).ToDictionary(a => a.Code, a => a.Name ?? "", StringComparer.Ordinal);
        var words = Words(election, day, stations, names, clock).ToList();
        database.AddRange(words);
        database.AddRange(StationDay.Of(words.OrderBy(w => w.ReceivedAt)).Values);
        database.Add(new DayPulse { ElectionId = election, KabupatenCode = kabupaten, Number = 1 });
        foreach (var (name, way) in ((string, string)[])[("Ranupani", "HT ke Polsek Senduro"), ("Argosari", "HT ke Polsek Senduro")])
            if (names.FirstOrDefault(n => n.Value == name && n.Key.Length == 13).Key is { } village) database.Add(new QuietVillage { ElectionId = election, VillageCode = village, Way = way, Minute = 9 * 60, CountMinute = 18 * 60 });
        AddBoxes(database, election, day, kabupaten, stations, names, clock);
        AddReview(database, election, day, kabupaten, stations, clock);
        await database.SaveChangesAsync(cancel);
    }

    private static IEnumerable<StationWord> Words(int election, DateOnly day, IReadOnlyList<string> stations, Dictionary<string, string> names, OfficeClock clock)
    {
        // By village, as a pair tells of all its stations in one go.
        foreach (var (v, village) in stations.GroupBy(AreaCode.VillageOf, StringComparer.Ordinal).Index())
        {
            var remote = names.GetValueOrDefault(village.Key) is "Ranupani" or "Argosari";
            var all = village.ToList();
            if (!remote) foreach (var word in Sent(all, null, (5 * 60) + (v * 7 % 95), WordVia.Application, Padal)) yield return word;
            // One village in nineteen has a station that opens late, with its cause; one in twenty-three tells nothing until somebody rings.
            var late = v % 19 == 7 && !remote ? all[..1] : [];
            var silent = v % 23 == 11 && !remote ? all[^1..] : [];
            foreach (var word in Sent(late, DayState.NotOpened, (7 * 60) + 4 + (v % 11), WordVia.Application, Padal, (NotOpenedCause)(1 + (v / 19 % 3)))) yield return word;
            foreach (var word in Sent(late, DayState.Opened, (8 * 60) + 10 + (v * 13 % 140), WordVia.Application, Padal)) yield return word;
            foreach (var word in Sent(silent, DayState.Opened, (7 * 60) + 55 + (v * 11 % 170), WordVia.Telephone, Posko)) yield return word;
            foreach (var word in Sent([.. all.Except([.. late, .. silent], StringComparer.Ordinal)], DayState.Opened, remote ? (9 * 60) + 5 : (6 * 60) + 52 + (v * 5 % 34), remote ? WordVia.Radio : WordVia.Application, remote ? Posko : Padal)) yield return word;
            var finished = remote ? 18 * 60 : (15 * 60) + 20 + (v * 17 % 290);
            foreach (var word in Sent(all, DayState.Finished, finished, remote ? WordVia.Radio : WordVia.Application, remote ? Posko : Padal)) yield return word;
            var home = remote ? all[..^Math.Min(2, all.Count)] : all;
            foreach (var word in Sent([.. all.Except(home, StringComparer.Ordinal)], names.GetValueOrDefault(village.Key) == "Ranupani" ? DayState.BoxOnTheWay : DayState.BoxAtPpk, (22 * 60) + 40, WordVia.Radio, Posko)) yield return word;
            foreach (var word in Sent(home, DayState.BoxAtPpk, finished + 75 + (v % 40), WordVia.Application, Padal)) yield return word;
        }

        IEnumerable<StationWord> Sent(List<string> of, DayState? state, int minute, WordVia via, string by, NotOpenedCause? cause = null)
        {
            var (id, at) = (OrderedId.New(), DayTime.At(day, minute, clock).ToUniversalTime());
            return of.Select(s => new StationWord
            {
                SentId = id, StationCode = s, ElectionId = election, VillageCode = AreaCode.VillageOf(s), State = state, Cause = cause, Supplies = state is null or DayState.Opened ? true : cause == NotOpenedCause.SuppliesMissing ? false : null,
                SaidAt = at, ReceivedAt = at, Via = via, By = by, AccountId = Guid.Empty,
            });
        }
    }

    // Two boxes a station, one for each of the two contests.
    private static void AddBoxes(Database database, int election, DateOnly day, string kabupaten, IReadOnlyList<string> stations, Dictionary<string, string> names, OfficeClock clock)
    {
        foreach (var (k, kecamatan) in stations.GroupBy(AreaCode.KecamatanOf, StringComparer.Ordinal).Index())
        {
            var (code, boxes) = (kecamatan.Key, 2 * kecamatan.Count());
            Add(BoxLeg.StoreToPpk, kabupaten, code, -4, (9 * 60) + k, boxes, boxes, boxes);
            if (names.GetValueOrDefault(code) is "Pasirian" or "Senduro")
            {
                foreach (var (v, village) in kecamatan.GroupBy(AreaCode.VillageOf, StringComparer.Ordinal).Index())
                {
                    var (own, missing) = (2 * village.Count(), names.GetValueOrDefault(village.Key) == "Ranupani" ? 4 : 0);
                    // One leg was forgotten, one seal was torn on the way.
                    if (v != 3) Add(BoxLeg.PpkToPps, code, village.Key, -1, (8 * 60) + (v * 9), own, own, own);
                    Add(BoxLeg.PpsToTps, village.Key, village.Key, -1, (15 * 60) + (v * 7), own, own, own);
                    Add(BoxLeg.TpsToPpk, village.Key, code, 0, (20 * 60) + (v * 11), own - Math.Min(missing, own), own - Math.Min(missing, own), own - Math.Min(missing, own) - (v == 5 ? 1 : 0));
                }
            }
            else
            {
                var first = kecamatan.GroupBy(AreaCode.VillageOf, StringComparer.Ordinal).First().Key;
                Add(BoxLeg.PpkToPps, code, first, -1, (8 * 60) + k, boxes, boxes, boxes);
                Add(BoxLeg.PpsToTps, first, first, -1, (15 * 60) + k, boxes, boxes, boxes);
                Add(BoxLeg.TpsToPpk, first, code, 0, (22 * 60) + k, boxes, boxes, boxes);
            }
        }

        void Add(BoxLeg leg, string from, string to, int days, int minute, int given, int taken, int seals)
        {
            if (given < 1) return;
            var (area, at) = (from.Length > to.Length ? from : to, DayTime.At(day.AddDays(days), minute, clock).ToUniversalTime());
            // Names of who gave and took would have been deleted long since.
            database.Add(new BoxHandover { Id = OrderedId.New(), ElectionId = election, Leg = leg, FromCode = from, ToCode = to, AreaCode = area, At = at, BoxesGiven = given, BoxesTaken = taken, SealsIntact = seals, Note = "BAST contoh", By = "Anggota KPU, Divisi Teknis, KPU Kabupaten Lumajang", AccountId = Guid.Empty, RecordedAt = at });
        }
    }

    private static void AddReview(Database database, int election, DateOnly day, string kabupaten, IReadOnlyList<string> stations, OfficeClock clock)
    {
        var at = DayTime.At(day.AddDays(1), 8 * 60, clock).ToUniversalTime();
        foreach (var (k, kecamatan) in stations.GroupBy(AreaCode.KecamatanOf, StringComparer.Ordinal).Index())
            database.Add(new MenAfter { ElectionId = election, KecamatanCode = kecamatan.Key, Present = (kecamatan.Count() / 6) + 3, Ill = k == 4 ? 1 : 0, Dead = 0, NotBack = 0, By = KabagOps, At = at });
        database.Add(new RevoteAdvice { ElectionId = election, StationCode = stations[stations.Count / 3], Kind = RevoteKind.Again, Letter = "Contoh/001", By = Posko, At = at });
        Note(ReviewPart.Guards, null, "PPK 21 kecamatan: 2 Polri, 1 TNI, 2 Linmas tiap giliran 12 jam. Kantor KPU: 10 Polri, 5 TNI. Gudang: 4 Polri.");
        Note(ReviewPart.Tomorrow, null, "Pengawalan kotak dari PPK ke gudang KPU mulai H+3. Patroli tiga pilar di tiap kecamatan.");
        Matter(ReviewTrack.Law, "Pendampingan surat rekomendasi Bawaslu di satu TPS", "KPU Kabupaten", 3);
        Matter(ReviewTrack.Order, "Pembersihan sisa alat peraga di jalan kabupaten", "Satpol PP", 2);
        Matter(ReviewTrack.Security, "Pengawalan dua kotak yang masih di perjalanan", "Polsek Senduro", 1);

        void Note(ReviewPart part, int? count, string text) => database.Add(new ReviewNote { ElectionId = election, KabupatenCode = kabupaten, Part = part, Count = count, Text = text, By = KabagOps, At = at });
        void Matter(ReviewTrack track, string what, string owner, int days) => database.Add(new ReviewMatter { Id = OrderedId.New(), ElectionId = election, KabupatenCode = kabupaten, Track = track, Matter = what, Owner = owner, Due = day.AddDays(1 + days), By = KabagOps, At = at });
    }
}
