using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>A command in the order of its tree.</summary>
/// <param name="Jurisdiction">It.</param>
/// <param name="Depth">Steps below the highest command.</param>
/// <param name="Areas">What it covers by itself.</param>
internal sealed record JurisdictionRow(Jurisdiction Jurisdiction, int Depth, IReadOnlyList<AreaName> Areas)
{
    /// <summary>The commands that cover something of the reader's areas, those above them, and units without territory under these.</summary>
    public static async Task<IReadOnlyList<JurisdictionRow>> AllAsync(Database database, Reader reader, CancellationToken cancel)
    {
        var readable = reader.AreasOf(TerritoryPermissions.ReadJurisdictions);
        var all = await database.Set<Jurisdiction>().AsNoTracking().ToListAsync(cancel);
        var areas = (await database.Set<JurisdictionArea>().AsNoTracking().ToListAsync(cancel)).ToLookup(a => a.JurisdictionId, a => a.AreaCode);
        var byId = all.ToDictionary(j => j.Id);
        var shown = all.Where(j => areas[j.Id].Any(readable.Touches)).ToHashSet();
        foreach (var start in shown.ToList())
            for (var at = start; at.ParentId is { } parent && shown.Add(byId[parent]); at = byId[parent]) { }
        shown.UnionWith(all.Where(j => j.Kind == JurisdictionKind.Battalion && j.ParentId is { } p && shown.Contains(byId[p])));
        var names = await AreaQueries.NamesAsync(database, [.. shown.SelectMany(j => areas[j.Id]).Distinct(StringComparer.Ordinal)], cancel);
        var children = shown.ToLookup(j => j.ParentId);
        var rows = new List<JurisdictionRow>();
        void Add(Jurisdiction at, int depth)
        {
            rows.Add(new JurisdictionRow(at, depth, [.. areas[at.Id].Order(StringComparer.Ordinal).Select(names.GetValueOrDefault).OfType<AreaName>()]));
            foreach (var child in children[at.Id].OrderBy(c => c.Kind).ThenBy(c => c.Name, StringComparer.CurrentCulture)) Add(child, depth + 1);
        }

        foreach (var root in children[null].OrderBy(j => j.Force).ThenBy(j => j.Name, StringComparer.CurrentCulture)) Add(root, 0);
        return rows;
    }
}
