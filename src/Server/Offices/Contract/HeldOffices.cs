using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Which offices a person holds on a day, and what they cover.</summary>
public static class HeldOffices
{
    public static async Task<(string Name, ImmutableArray<HeldOffice> Offices)> OfAsync(
        Database database, Guid person, DateOnly day, CancellationToken cancel)
    {
        var name = await database.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancel);
        var held = await database.Set<OfficeHolding>().AsNoTracking()
            .Where(h => h.PersonId == person && h.From <= day && (h.To == null || h.To >= day))
            .OrderBy(h => h.From)
            .Select(h => new { h.Kind, Office = h.Office!, Agency = h.Office!.Agency!.Name })
            .ToListAsync(cancel);
        var offices = ImmutableArray.CreateBuilder<HeldOffice>(held.Count);
        foreach (var holding in held)
        {
            var office = holding.Office;
            var title = $"{(holding.Kind == HoldingKind.Definitif ? "" : $"{holding.Kind} ")}{office.Title}, {holding.Agency}";
            offices.Add(new HeldOffice(office.Id, title, office.Role, await AreasAsync(database, office, cancel)));
        }

        return (name, offices.ToImmutable());
    }

    private static async Task<AreaSet> AreasAsync(Database database, Office office, CancellationToken cancel) =>
        office.Role == OfficeRole.Administrator ? AreaSet.Everywhere
        : office.JurisdictionId is { } jurisdiction ? await JurisdictionAreas.OfAsync(database, jurisdiction, cancel)
        : office.AreaCode is { } area ? AreaSet.Of(area)
        : AreaSet.Empty;
}
