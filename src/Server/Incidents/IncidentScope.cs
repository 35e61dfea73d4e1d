using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Incidents;

/// <summary>Who sees which reports and incidents, and who sorts them.</summary>
internal static class IncidentScope
{
    /// <summary>Those of the reader's areas; a village head those of his own office alone.</summary>
    public static IQueryable<IncidentReport> Reports(Database database, Reader reader)
    {
        var own = reader.Offices.Select(o => o.AgencyId).ToList();
        return Areas(reader).Of(database.Set<IncidentReport>().AsNoTracking(), r => r.AreaCode, r => r.AgencyId != null && own.Contains(r.AgencyId.Value));
    }

    /// <summary>Those of the reader's areas, those that his agency answers or made, and for a village head those that came of his own reports.</summary>
    public static IQueryable<Incident> Incidents(Database database, Reader reader)
    {
        var own = reader.Offices.Select(o => o.AgencyId).ToList();
        return Areas(reader).Of(
            database.Set<Incident>(), i => i.AreaCode,
            i => own.Contains(i.AgencyId) || own.Contains(i.AskerId) || database.Set<IncidentReport>().Any(r => r.IncidentId == i.Id && r.AgencyId != null && own.Contains(r.AgencyId.Value)));
    }

    /// <summary>Whether somebody who sorts sees this one: as <see cref="Incidents"/>, of one that was read already.</summary>
    public static bool Sees(Reader reader, Incident incident) => Areas(reader).Contains(incident.AreaCode) || reader.Offices.Any(o => o.AgencyId == incident.AgencyId || o.AgencyId == incident.AskerId);

    /// <summary>Where the reader sorts: Desk and police in their areas, a camat in his kecamatan.</summary>
    public static AreaSet SortedAreas(Reader reader) => reader.Offices.Where(o => o.Role is OfficeRole.Desk or OfficeRole.Polri or OfficeRole.Camat).Aggregate(AreaSet.Empty, (areas, o) => areas.Union(o.Areas));

    /// <summary>The kabupaten whose lists (kinds, hotlines) the reader keeps: that of his Desk; null where he has none.</summary>
    public static string? KeptKabupaten(Reader reader) => reader.Offices.Where(o => o.Role == OfficeRole.Desk).SelectMany(o => o.Areas.Roots).FirstOrDefault(r => r.Length == 5);

    /// <summary>The reader's office that sorts there; null where none does.</summary>
    public static HeldOffice? SorterOf(Reader reader, string area) =>
        reader.Offices.FirstOrDefault(o => o.Role is OfficeRole.Desk or OfficeRole.Polri or OfficeRole.Camat && o.Areas.Contains(area) && AccessMatrix.Default.Allows(o.Role, Permission.Parse(IncidentsPermissions.Write)));

    /// <summary>The reader's office in an agency by which he writes; null where he has none.</summary>
    public static HeldOffice? OfficeOf(Reader reader, Guid agency) =>
        reader.Offices.FirstOrDefault(o => o.AgencyId == agency && AccessMatrix.Default.Allows(o.Role, Permission.Parse(IncidentsPermissions.Write)));

    private static AreaSet Areas(Reader reader) => reader.Offices.Where(o => o.Role != OfficeRole.VillageHead && AccessMatrix.Default.Allows(o.Role, Permission.Parse(IncidentsPermissions.Read)))
        .Aggregate(AreaSet.Empty, (areas, o) => areas.Union(o.Areas));
}
