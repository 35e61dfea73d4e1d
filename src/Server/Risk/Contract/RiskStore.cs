using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Risk.Flags;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Contract;

/// <summary>Who signs something of this room from within the program.</summary>
public sealed record RiskSigner(Guid Account, string By);

/// <summary>Adds to this room from within the program.</summary>
public static class RiskStore
{
    // Of each thousand stations of Jawa Barat in 2024, about; what is not named here is found at few or none.
    private static readonly Dictionary<string, int> Frequency = new(StringComparer.Ordinal)
    {
        ["DptTms"] = 150, ["Dptb"] = 100, ["Disabilitas"] = 100, ["PenyelenggaraLuarDomisili"] = 50, ["PotensiDpk"] = 25, ["KendalaInternet"] = 24, ["RawanBencana"] = 19, ["DekatPendidikan"] = 12,
        ["DekatPosko"] = 12, ["LogistikKurang"] = 8, ["SulitDijangkau"] = 7, ["DekatWilayahKerja"] = 4, ["RiwayatPemberian"] = 4, ["KendalaListrik"] = 3, ["LogistikTerlambat"] = 3, ["LogistikRusak"] = 2,
    };

    /// <summary>
    /// Made-up flags of a kabupaten, spread by a rule, and classes of a few stations of some kecamatan, each with a reason and a
    /// last day; one has expired.
    /// </summary>
    public static async Task AddSampleAsync(
        Database database, ElectionName election, string kabupaten, IReadOnlyList<string> kecamatan, RiskSigner police, RiskSigner bawaslu, DateTimeOffset now, CancellationToken cancel)
    {
        var stations = await StationCodes.CodesAsync(database, election.Id, AreaSet.Of(kabupaten), cancel);
        if (stations.Count == 0) return;
        if (IndicatorSets.For(election) is { } set)
        {
            var flags = set.Indicators.SelectMany((indicator, n) => stations.Where((_, i) => (i * 7919L + (n + 1) * 10007L * (i % 97 + 1)) % 1000 < Frequency.GetValueOrDefault(indicator.Key, 0))
                .Select(code => (code, indicator.Key))).ToList();
            FlagStore.Add(database, election.Id, kabupaten, 1, set, flags, now.AddDays(-3), bawaslu.Account, bawaslu.By);
        }

        (StationClass Class, string Reason, int Days)[] given =
        [
            (StationClass.Rawan, "Riwayat protes kepada KPPS pada pemilihan lalu", 90), (StationClass.Rawan, "Padat, pemilih mendekati batas, satu jalan masuk", 90),
            (StationClass.SangatRawan, "Jembatan sering putus, dua jam dari jalan raya", 60), (StationClass.Rawan, "Jauh dari TPS lain", 90),
            (StationClass.Rawan, "Batas desa masih disengketakan", -2),
        ];
        foreach (var (area, a) in kecamatan.Select((k, a) => (k, a)))
        {
            var own = stations.Where(s => AreaSet.IsWithin(s, area)).ToList();
            // Five, three or one of each: one is too few to be told to the public.
            foreach (var (wanted, n) in given.Take(given.Length - a % 3 * 2).Select((g, n) => (g, n)))
            {
                database.Add(new StationAssessment
                {
                    ElectionId = election.Id, StationCode = own[(n + 1) * 13 % own.Count], Class = wanted.Class, Reason = wanted.Reason, Until = DateOnly.FromDateTime(now.AddDays(wanted.Days).DateTime),
                    At = now.AddDays(-5), AccountId = police.Account, By = police.By,
                });
            }
        }
    }
}
