using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>Tells by the feed that an import changed something: once for each kabupaten that it touched.</summary>
internal static class ImportNews
{
    public static void Announce(Database database, ImportRecord record, DateTimeOffset at)
    {
        var permission = ImportAccess.ReadPermissionOf(record.Kind);
        foreach (var place in record.Areas.Split(' ').Select(p => p.Length > 5 ? p[..5] : p).Distinct(StringComparer.Ordinal))
            database.Announce(permission, record.Id.ToString(), place.Length == 0 ? null : place, at);
    }
}
