using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Who holds which office.</summary>
public sealed record HoldingName(Guid Id, Guid PersonId, string Person, string Title, string Agency, HoldingKind Kind, OfficeLevel Level);

/// <summary>Which offices a person holds on a day, and what they cover. While the holder is on leave the office is not theirs.</summary>
public static class HeldOffices
{
    public static async Task<(string Name, ImmutableArray<HeldOffice> Offices)> OfAsync(
        Database database, Guid person, DateOnly day, CancellationToken cancel)
    {
        var name = await database.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancel);
        var held = await database.Set<OfficeHolding>().AsNoTracking()
            .Where(h => h.PersonId == person && h.From <= day && (h.To == null || h.To >= day) && !h.Leaves.Any(l => l.From <= day && l.To >= day))
            .OrderBy(h => h.From)
            .Select(h => new { h.Kind, Office = h.Office!, Agency = h.Office!.Agency!.Name })
            .ToListAsync(cancel);
        var offices = ImmutableArray.CreateBuilder<HeldOffice>(held.Count);
        foreach (var holding in held)
        {
            var office = holding.Office;
            var title = $"{(holding.Kind == HoldingKind.Definitif ? "" : $"{holding.Kind} ")}{office.Title}, {holding.Agency}";
            offices.Add(new HeldOffice(office.Id, title, office.Role, await AreasAsync(database, office, cancel), HeadOfAgency.Is(office.Title), office.AgencyId));
        }

        return (name, offices.ToImmutable());
    }

    /// <summary>A holding by its id: whose it is, and of which office; null where there is none.</summary>
    public static async Task<HoldingName?> HoldingAsync(Database database, Guid holding, CancellationToken cancel) =>
        await database.Set<OfficeHolding>().AsNoTracking().Where(h => h.Id == holding)
            .Select(h => new HoldingName(h.Id, h.PersonId, h.Person!.Name, h.Office!.Title, h.Office!.Agency!.Name, h.Kind, h.Office!.Level))
            .SingleOrDefaultAsync(cancel);

    /// <summary>All who hold an office on a day, by agency and title; narrowed by a part of the name, the title or the agency.</summary>
    public static async Task<IReadOnlyList<HoldingName>> AllAsync(Database database, DateOnly day, string? words, CancellationToken cancel)
    {
        var holdings = database.Set<OfficeHolding>().AsNoTracking().Where(h => h.From <= day && (h.To == null || h.To >= day));
        if (!string.IsNullOrWhiteSpace(words))
        {
            var lower = words.Trim().ToLowerInvariant();
            holdings = holdings.Where(h => TextFunctions.Lower(h.Person!.Name).Contains(lower) || TextFunctions.Lower(h.Office!.Title).Contains(lower)
                || TextFunctions.Lower(h.Office!.Agency!.Name).Contains(lower));
        }

        return await holdings.OrderBy(h => h.Office!.Level).ThenBy(h => h.Office!.Agency!.Name).ThenBy(h => h.Office!.Title).Take(500)
            .Select(h => new HoldingName(h.Id, h.PersonId, h.Person!.Name, h.Office!.Title, h.Office!.Agency!.Name, h.Kind, h.Office!.Level)).ToListAsync(cancel);
    }

    private static async Task<AreaSet> AreasAsync(Database database, Office office, CancellationToken cancel) =>
        office.Role == OfficeRole.Administrator ? AreaSet.Everywhere
        : office.JurisdictionId is { } jurisdiction ? await JurisdictionAreas.OfAsync(database, jurisdiction, cancel)
        : office.AreaCode is { } area ? AreaSet.Of(area)
        : AreaSet.Empty;
}
