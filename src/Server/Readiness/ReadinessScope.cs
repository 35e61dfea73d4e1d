using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary>An agency that states whether it is ready.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which list it answers.</param>
/// <param name="AreaCode">The first area that it covers; null for a battalion.</param>
public sealed record StatingAgency(Guid Id, string Name, AgencyKind Kind, string? AreaCode)
{
    public string? Kabupaten => AreaCode is { Length: >= 5 } code ? code[..5] : null;
}

/// <summary>What readiness is stated for: an election, or public order without one.</summary>
/// <param name="Id">Of the election; 0 without one.</param>
/// <param name="Code">As it stands in addresses.</param>
/// <param name="Name">Null without an election.</param>
public sealed record Occasion(int Id, string Code, string? Name)
{
    public static Occasion Routine { get; } = new(0, "rutin", null);

    /// <summary>The elections that run in the areas, the routine last.</summary>
    public static async Task<List<Occasion>> AllAsync(Database database, AreaSet areas, CancellationToken cancel) =>
    [
        .. (await ElectionQueries.AllAsync(database, cancel)).Where(e => e.State == ElectionState.Running && (areas.IsEmpty || e.Areas.Any(areas.Touches))).Select(e => new Occasion(e.Id, e.Code, e.Name)),
        Routine,
    ];

    /// <summary>The one that an address names, else the first.</summary>
    public static Occasion Chosen(List<Occasion> all, string? code) => all.Find(o => o.Code == code) ?? all[0];
}

/// <summary>Which agencies state, and which of them a reader sees.</summary>
internal static class ReadinessScope
{
    /// <summary>Those of the kabupaten and the camats', within the areas; those without territory too.</summary>
    public static async Task<List<StatingAgency>> AgenciesAsync(Database database, AreaSet areas, CancellationToken cancel)
    {
        var stating = await AgencyQueries.AboveVillagesAsync(database, cancel);
        return
        [
            .. (await AgencyQueries.AmongAsync(database, areas, cancel)).Where(a => stating.Contains(a.Id) && KindOf(a) is not null)
                .Select(a => new StatingAgency(a.Id, a.Name, KindOf(a)!.Value, a.Areas.FirstOrDefault())),
        ];
    }

    /// <summary>The reader's office by which he writes for one of these agencies, and the agency; the head's before another.</summary>
    public static (HeldOffice Office, StatingAgency Agency)? OwnOf(Reader reader, IReadOnlyCollection<StatingAgency> agencies) => reader.Offices
        .Where(o => AccessMatrix.Default.Allows(o.Role, Permission.Parse(ReadinessPermissions.Write))).OrderByDescending(o => o.Leads)
        .Select(o => (Office: o, Agency: agencies.FirstOrDefault(a => a.Id == o.AgencyId))).Where(o => o.Agency is not null).Select(o => ((HeldOffice, StatingAgency)?)(o.Office, o.Agency!)).FirstOrDefault();

    public static bool IsDesk(Reader reader) => reader.Offices.Any(o => o.Role == OfficeRole.Desk);

    private static AgencyKind? KindOf(ListedAgency agency) => agency.Roles[0] switch
    {
        OfficeRole.Desk => AgencyKind.Government,
        OfficeRole.Polri => AgencyKind.Police,
        OfficeRole.Tni => AgencyKind.Army,
        OfficeRole.Kpu => AgencyKind.Kpu,
        OfficeRole.Bawaslu => AgencyKind.Bawaslu,
        OfficeRole.Camat => AgencyKind.Camat,
        _ => null,
    };
}
