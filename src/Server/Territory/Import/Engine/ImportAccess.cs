using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>Who may bring what, and who sees whose imports.</summary>
internal static class ImportAccess
{
    /// <summary>The permission that an import of this kind needs.</summary>
    public static string PermissionOf(ImportKind kind) =>
        kind == ImportKind.Offices ? "offices.write" : ImportRecord.OfElection(kind) ? TerritoryPermissions.WriteStations : TerritoryPermissions.WriteAreas;

    /// <summary>The permission to read what an import of this kind changed.</summary>
    public static string ReadPermissionOf(ImportKind kind) =>
        kind == ImportKind.Offices ? "offices.read" : ImportRecord.OfElection(kind) ? TerritoryPermissions.ReadStations : TerritoryPermissions.ReadAreas;

    public static IEnumerable<ImportKind> KindsOf(Reader reader) =>
        Enum.GetValues<ImportKind>().Where(k => reader.May(PermissionOf(k)));

    /// <summary>Whether all areas of an import lie where the reader may write.</summary>
    public static bool Covers(Reader reader, ImportRecord record)
    {
        var areas = reader.AreasOf(PermissionOf(record.Kind));
        return areas.IsEverywhere || (record.Areas.Length > 0 && record.Areas.Split(' ').All(areas.Contains));
    }

    /// <summary>One's own imports, and those that lie wholly in one's areas.</summary>
    public static bool MaySee(Reader reader, ImportRecord record) =>
        reader.May(PermissionOf(record.Kind)) && ((record.AccountId is { } maker && maker == reader.AccountId) || Covers(reader, record));

    /// <summary>The import, or null where there is none or it is not for this reader: both look alike.</summary>
    public static async Task<ImportRecord?> FindAsync(Database database, Reader reader, Guid id, CancellationToken cancel)
    {
        var record = await database.Set<ImportRecord>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel);
        return record is not null && MaySee(reader, record) ? record : null;
    }
}
