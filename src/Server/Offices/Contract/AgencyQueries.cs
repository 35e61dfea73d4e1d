using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>An agency with the kinds of its offices and what they cover, by themselves or by their command; nothing for a battalion.</summary>
public sealed record ListedAgency(Guid Id, string Name, string? Pillar, ImmutableArray<OfficeRole> Roles, ImmutableArray<string> Areas)
{
    /// <summary>All that it covers lies in the areas; a battalion lies nowhere.</summary>
    public bool LiesIn(AreaSet areas) => !Areas.IsEmpty && Areas.All(areas.Contains);
}

/// <summary>What other rooms ask of the agencies.</summary>
public static class AgencyQueries
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Database database, IReadOnlyCollection<Guid> agencies, CancellationToken cancel) =>
        await database.Set<Agency>().AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);

    /// <summary>The mail addresses of all agencies that have one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> MailAsync(Database database, CancellationToken cancel) =>
        await database.Set<Agency>().AsNoTracking().Where(a => a.Email != null).ToDictionaryAsync(a => a.Id, a => a.Email!, cancel);

    /// <summary>Agencies over an area that holds, or lies in, one of these, and those without territory, as the list of offices shows them; by name.</summary>
    public static async Task<IReadOnlyList<ListedAgency>> AmongAsync(Database database, AreaSet areas, CancellationToken cancel)
    {
        var commands = (await JurisdictionAreas.CommandsAsync(database, cancel)).ToDictionary(c => c.Id, c => c.Areas);
        var agencies = await database.Set<Agency>().AsNoTracking()
            .Select(a => new { a.Id, a.Name, a.PillarCode, Offices = a.Offices.Where(o => o.Role != OfficeRole.Administrator).Select(o => new { o.Role, o.AreaCode, o.JurisdictionId }).ToList() })
            .ToListAsync(cancel);
        return
        [
            .. agencies.Where(a => a.Offices.Count > 0)
                .Select(a => new ListedAgency(a.Id, a.Name, a.PillarCode, [.. a.Offices.Select(o => o.Role).Distinct()], AreaSet.Of(a.Offices.SelectMany(o =>
                    o.AreaCode is { } area ? [area] : o.JurisdictionId is { } command && commands.TryGetValue(command, out var covered) ? covered : (IEnumerable<string>)[])).Roots))
                .Where(a => a.Areas.IsEmpty || a.Areas.Any(areas.Touches))
                .OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Those with an office at the level of the kabupaten, and those of camats: a Polsek or a village is none.</summary>
    public static async Task<IReadOnlySet<Guid>> AboveVillagesAsync(Database database, CancellationToken cancel) =>
        (await database.Set<Office>().AsNoTracking().Where(o => o.Role == OfficeRole.Camat || (o.Level == OfficeLevel.Kabupaten && o.Role != OfficeRole.Administrator)).Select(o => o.AgencyId).Distinct().ToListAsync(cancel)).ToHashSet();

    /// <summary>The agency of the camat or village head of each of these areas; an area without such an office is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> OfHeadsAsync(Database database, OfficeRole role, string within, CancellationToken cancel) =>
        (await AreaSet.Of(within).Of(database.Set<Office>().AsNoTracking().Where(o => o.Role == role && o.AreaCode != null), o => o.AreaCode!)
            .Select(o => new { Code = o.AreaCode!, o.AgencyId }).ToListAsync(cancel))
        .GroupBy(o => o.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().AgencyId, StringComparer.Ordinal);
}
