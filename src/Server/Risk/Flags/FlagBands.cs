using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>How often an indicator is found in an area, as Bawaslu words it.</summary>
public enum FlagBand : byte
{
    None,
    Few,
    Many,
    Most,
}

/// <summary>Sorts indicators by frequency: not stations, and into no class.</summary>
public sealed record FlagBands(int Most, int Many, BandRule? Rule = null)
{
    /// <summary>
    /// Until somebody sets others: one of a hundred stations, and one of a thousand. It sorts the 22 indicators of Pemilu 2024 as
    /// Bawaslu published them for the country (7, 14, 1), and the 25 of Jawa Barat's Pilkada but for one.
    /// </summary>
    public static FlagBands Initial { get; } = new(10, 1);

    /// <summary>Those of the kabupaten, if it is one.</summary>
    public static async Task<FlagBands> OfAsync(Database database, IReadOnlyList<string> kabupaten, CancellationToken cancel)
    {
        if (kabupaten.Count != 1) return Initial;
        var (one, rules) = (kabupaten[0], database.Set<BandRule>().AsNoTracking());
        var rule = await rules.Where(r => r.AreaCode == one).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        return rule is null ? Initial : new FlagBands(rule.Most, rule.Many, rule);
    }

    /// <summary>The band of an indicator that so many of the stations have.</summary>
    public FlagBand Of(int count, int stations) => count switch
    {
        0 => FlagBand.None,
        _ when count * 1000L >= (long)Most * stations => FlagBand.Most,
        _ when count * 1000L >= (long)Many * stations => FlagBand.Many,
        _ => FlagBand.Few,
    };
}
