using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>The areas that a list can be narrowed to: those beside and below the present one, within the reader's.</summary>
internal static class StationFilterAreas
{
    public static async Task<(IReadOnlyList<AreaName> Areas, string? Name)> OfAsync(
        Database database, IStringLocalizer<TerritoryText> texts, Reader reader, string? area, CancellationToken cancel)
    {
        var readable = reader.AreasOf(TerritoryPermissions.ReadStations);
        var choices = new List<AreaName>();
        if (string.IsNullOrEmpty(area))
        {
            if (readable.IsEverywhere) choices.AddRange(await KabupatenAsync(database, cancel));
            foreach (var root in readable.Roots) choices.AddRange(await AreaQueries.ChildrenAsync(database, root, cancel));
            return (choices, null);
        }

        var above = area.Length switch { 13 => area[..8], 8 => area[..5], _ => area };
        var names = await AreaQueries.NamesAsync(database, [area, above], cancel);
        if (names.GetValueOrDefault(above) is { } parent && readable.Contains(above)) choices.Add(parent);
        choices.AddRange((await AreaQueries.ChildrenAsync(database, above, cancel)).Where(c => readable.Contains(c.Code)));
        if (area.Length == 8) choices.AddRange((await AreaQueries.ChildrenAsync(database, area, cancel)).Where(c => readable.Contains(c.Code)));
        return (choices, names.GetValueOrDefault(area) is { } self && readable.Contains(area) ? AreaNames.Full(texts, self) : null);
    }

    private static async Task<IEnumerable<AreaName>> KabupatenAsync(Database database, CancellationToken cancel)
    {
        var all = new List<AreaName>();
        foreach (var province in await AreaQueries.ChildrenAsync(database, "", cancel))
            all.AddRange(await AreaQueries.ChildrenAsync(database, province.Code, cancel));
        return all;
    }
}
