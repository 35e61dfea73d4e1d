using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>Which rosters a reader sees, and which he keeps.</summary>
internal static class RosterScope
{
    /// <summary>Those within his areas and above them, and those of his agencies.</summary>
    public static IQueryable<Roster> Of(Database database, Reader reader)
    {
        var areas = reader.AreasOf(RostersPermissions.Read);
        var (above, own) = (areas.Above, reader.Offices.Where(o => Allows(o, RostersPermissions.Read)).Select(o => o.AgencyId).ToList());
        return areas.Of(database.Set<Roster>(), r => r.AreaCode, r => above.Contains(r.AreaCode) || own.Contains(r.AgencyId));
    }

    /// <summary>The office by which the reader keeps the roster; null where he does not.</summary>
    public static HeldOffice? KeeperOf(Reader reader, Roster roster) => reader.Offices.FirstOrDefault(o => Allows(o, RostersPermissions.Write)
        && (roster.IsDesk ? o.Role == OfficeRole.Desk && o.Areas.Contains(roster.AreaCode) : o.AgencyId == roster.AgencyId));

    /// <summary>The office by which the reader makes one of his agency; null where none of his has an area.</summary>
    public static HeldOffice? MakerOf(Reader reader) => reader.Offices.FirstOrDefault(o => Allows(o, RostersPermissions.Write) && o.Areas is { IsEverywhere: false, IsEmpty: false });

    /// <summary>The area that an office's roster is for: its own, or the kabupaten of several.</summary>
    public static string AreaOf(HeldOffice office) => office.Areas.Roots is [var only] ? only : office.Areas.Roots[0][..5];

    private static bool Allows(HeldOffice office, string permission) => AccessMatrix.Default.Allows(office.Role, Permission.Parse(permission));
}
