using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Totals;

/// <summary>
/// How many stations of a kecamatan have which class; how many classes have ended and count as the default until somebody looks
/// again; and when a class was last given there.
/// </summary>
public sealed record KecamatanTotals(string Area, int Stations, int KurangRawan, int Rawan, int SangatRawan, int Khusus, int Expired, DateTimeOffset? Changed)
{
    /// <summary>Those that are not <i>kurang rawan</i>.</summary>
    public int Vulnerable => Rawan + SangatRawan + Khusus;
}

/// <summary>Sums of the classes: what the Desk and a camat see of them.</summary>
public static class ClassTotals
{
    /// <summary>
    /// Every kecamatan that lies within the areas whole, in the order of codes. A part of one is left out: sums of a single
    /// village would name its stations.
    /// </summary>
    public static async Task<List<KecamatanTotals>> OfAsync(Database database, int election, AreaSet areas, DateOnly today, CancellationToken cancel) =>
    [
        .. (await ClassesInForce.OfAsync(database, election, areas, today, cancel)).GroupBy(s => AreaCode.KecamatanOf(s.Code), StringComparer.Ordinal)
            .Where(g => areas.Contains(g.Key))
            .Select(g => new KecamatanTotals(
                g.Key, g.Count(), g.Count(s => s.Class == StationClass.KurangRawan), g.Count(s => s.Class == StationClass.Rawan), g.Count(s => s.Class == StationClass.SangatRawan),
                g.Count(s => s.Class == StationClass.Khusus), g.Count(s => s.Expired), g.Max(s => s.At))),
    ];
}
