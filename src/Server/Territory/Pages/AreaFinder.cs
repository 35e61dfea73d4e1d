using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Finds areas by a part of the name or the beginning of the code.</summary>
internal static class AreaFinder
{
    private const int Most = 100;

    /// <summary>At most 100, the higher levels first. Without words the reader's kabupaten.</summary>
    public static async Task<List<(AreaName Area, string Above)>> FindAsync(
        Database database, IStringLocalizer<TerritoryText> texts, AreaSet readable, string? words, CancellationToken cancel)
    {
        var areas = readable.Of(database.Set<Area>().AsNoTracking(), a => a.Code);
        var search = words?.Trim() ?? "";
        var lower = search.ToLowerInvariant();
        areas = search.Length == 0 ? areas.Where(a => a.Kind == AreaKind.Kabupaten || a.Kind == AreaKind.Kota)
            : char.IsAsciiDigit(search[0]) ? areas.Where(a => a.Code.StartsWith(search))
            : areas.Where(a => a.Name != null && a.Name.ToLower().Contains(lower));
        var found = await areas.OrderBy(a => a.Code.Length).ThenBy(a => a.Name).ThenBy(a => a.Code).Take(Most)
            .Select(a => new AreaName(a.Code, a.Name, a.Kind)).ToListAsync(cancel);
        var above = await AreaQueries.NamesAsync(
            database, [.. found.SelectMany(a => AreaOverview.CodesAbove(a.Code)).Distinct(StringComparer.Ordinal)], cancel);
        return [.. found.Select(a => (a, string.Join(", ", AreaOverview.CodesAbove(a.Code).Reverse()
            .Select(above.GetValueOrDefault).OfType<AreaName>().Select(n => AreaNames.Short(texts, n)))))];
    }
}
