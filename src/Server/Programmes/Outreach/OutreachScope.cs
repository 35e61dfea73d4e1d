using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>Which events a reader sees, which are his agency's, and what an event can reach.</summary>
internal static class OutreachScope
{
    /// <summary>Those within his areas and above them, and those of his agencies.</summary>
    public static IQueryable<OutreachEvent> Of(Database database, Reader reader)
    {
        var areas = reader.AreasOf(ProgrammesPermissions.ReadOutreach);
        var (above, own) = (areas.Above, reader.Offices.Where(o => Allows(o, ProgrammesPermissions.ReadOutreach)).Select(o => o.AgencyId).ToList());
        return areas.Of(database.Set<OutreachEvent>(), e => e.AreaCode, e => above.Contains(e.AreaCode) || own.Contains(e.AgencyId));
    }

    /// <summary>The office by which the reader holds events in this area; null where he does not.</summary>
    public static HeldOffice? OrganiserOf(Reader reader, string area) => reader.Offices.FirstOrDefault(o => Allows(o, ProgrammesPermissions.WriteOutreach) && o.Areas.Contains(area));

    /// <summary>The office of the agency that holds the event; null where it is another's.</summary>
    public static HeldOffice? OwnerOf(Reader reader, OutreachEvent of) => reader.Offices.FirstOrDefault(o => Allows(o, ProgrammesPermissions.WriteOutreach) && o.AgencyId == of.AgencyId);

    /// <summary>Villages of an area: what all classes but civil servants are counted by.</summary>
    public static async Task<IReadOnlyList<AreaName>> VillagesAsync(Database database, string area, CancellationToken cancel) =>
        area.Length < 13 ? await AreaQueries.VillagesAsync(database, area, cancel) : [.. (await AreaQueries.NamesAsync(database, [area], cancel)).Values];

    /// <summary>Agencies of the government in these areas, the offices of camats among them (perangkat daerah): what civil servants are counted by.</summary>
    public static async Task<IReadOnlyList<ListedAgency>> AgenciesAsync(Database database, AreaSet areas, CancellationToken cancel) =>
        [.. (await AgencyQueries.AmongAsync(database, areas, cancel)).Where(a => a.Pillar == "pemerintah" && a.LiesIn(areas) && a.Roles.Any(r => r is OfficeRole.Desk or OfficeRole.Camat))];

    private static bool Allows(HeldOffice office, string permission) => AccessMatrix.Default.Allows(office.Role, Permission.Parse(permission));
}
