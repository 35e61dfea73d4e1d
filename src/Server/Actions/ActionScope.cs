using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>
/// What a reader sees: items within his areas, and those that his agency owns, asked for or, as owner of the whole, looks
/// at the parts of. A battalion has no area and has these alone.
/// </summary>
internal static class ActionScope
{
    /// <summary>The agencies of the offices by which the reader has the permission.</summary>
    public static List<Guid> AgenciesOf(Reader reader, string permission) =>
        [.. reader.Offices.Where(o => AccessMatrix.Default.Allows(o.Role, Permission.Parse(permission)) && o.AgencyId != Guid.Empty).Select(o => o.AgencyId).Distinct()];

    /// <summary>Every item and part that the reader sees.</summary>
    public static IQueryable<ActionItem> Of(Database database, Reader reader)
    {
        var own = AgenciesOf(reader, ActionsPermissions.Read);
        return reader.AreasOf(ActionsPermissions.Read).Of(
            database.Set<ActionItem>().AsNoTracking(), i => i.AreaCode,
            i => own.Contains(i.OwnerId) || own.Contains(i.AskerId) || (i.Parent != null && own.Contains(i.Parent.OwnerId)));
    }

    /// <summary>Whole items that the reader sees, or a part of which he does: a camat opens the whole for his villages.</summary>
    public static IQueryable<ActionItem> Wholes(Database database, Reader reader)
    {
        var seen = Of(database, reader);
        return database.Set<ActionItem>().AsNoTracking().Where(i => i.ParentId == null && (seen.Any(s => s.Id == i.Id) || seen.Any(s => s.ParentId == i.Id)));
    }

    /// <summary>An item by its id, and whether it is seen with all its parts; null where there is none or it is not the reader's.</summary>
    public static async Task<(ActionItem Item, bool Whole)?> FindAsync(Database database, Reader reader, Guid id, CancellationToken cancel)
    {
        if (await Of(database, reader).Include(i => i.Parent).SingleOrDefaultAsync(i => i.Id == id, cancel) is { } own) return (own, true);
        return await Wholes(database, reader).SingleOrDefaultAsync(i => i.Id == id, cancel) is { } above ? (above, false) : null;
    }
}
