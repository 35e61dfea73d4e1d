using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>The flags of the newest files.</summary>
internal static class FlagsInForce
{
    private static readonly Dictionary<string, ImmutableArray<string>> None = new(StringComparer.Ordinal);

    /// <summary>The keys of each flagged station within the areas; empty for whoever may not read them.</summary>
    public static async Task<Dictionary<string, ImmutableArray<string>>> OfAsync(Database database, int election, AreaSet areas, CancellationToken cancel)
    {
        if (areas.IsEmpty) return None;
        var flags = await areas.Of(database.Set<IndicatorFlag>().AsNoTracking().Where(f => f.ElectionId == election), f => f.StationCode)
            .OrderBy(f => f.StationCode).ThenBy(f => f.Indicator).Select(f => new { f.StationCode, f.Indicator }).ToListAsync(cancel);
        return flags.GroupBy(f => f.StationCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(f => f.Indicator).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Every file of the election for a kabupaten that the areas touch, the newest first.</summary>
    public static async Task<List<FlagImport>> ImportsAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        [.. (await database.Set<FlagImport>().AsNoTracking().Where(i => i.ElectionId == election).OrderByDescending(i => i.Id).ToListAsync(cancel)).Where(i => areas.Touches(i.AreaCode))];
}
