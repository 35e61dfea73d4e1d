using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Programmes;

/// <summary>One who holds an office and can sign in.</summary>
internal sealed record RuleReader(Guid Person, Addressee Office, OfficeRole Role)
{
    public bool Reads(RuleCard card) => card.IsFor(Role, Office.Name);
}

/// <summary>How far a card has come in one agency.</summary>
public sealed record AgencyCoverage(string Agency, int Read, int All, IReadOnlyList<string> NotYet);

/// <summary>How many of those whom a card is for have read its version of today. Counted among those who can sign in: of others nothing is known.</summary>
internal sealed class RuleCoverage
{
    private readonly List<RuleReader> _people;
    private readonly HashSet<(string Key, int Version, Guid Person)> _read;

    private RuleCoverage(List<RuleReader> people, HashSet<(string, int, Guid)> read) => (_people, _read) = (people, read);

    public static async Task<RuleCoverage> OfAsync(Database database, PeopleWithAccount withAccount, AreaSet areas, DateOnly day, CancellationToken cancel)
    {
        var agencies = (await AgencyQueries.AmongAsync(database, areas, cancel)).ToDictionary(a => a.Id);
        var held = (await OfficeGroups.ReadAsync(database, areas, day, cancel)).All.Where(o => o.PersonId is not null && agencies.ContainsKey(o.AgencyId)).ToList();
        var able = await withAccount([.. held.Select(o => o.PersonId!.Value).Distinct()], cancel);
        var read = await database.Set<RuleAcknowledgement>().AsNoTracking().Where(a => able.Contains(a.PersonId)).Select(a => new { a.CardKey, a.Version, a.PersonId }).ToListAsync(cancel);
        return new RuleCoverage(
            [.. held.Where(o => able.Contains(o.PersonId!.Value)).Select(o => new RuleReader(o.PersonId!.Value, o, agencies[o.AgencyId].Roles[0]))],
            [.. read.Select(r => (r.CardKey, r.Version, r.PersonId))]);
    }

    /// <summary>Of one card: who has read it, of all whom it is for.</summary>
    public (int Read, int All) Of(RuleCard card)
    {
        var people = _people.Where(p => p.Reads(card)).Select(p => p.Person).Distinct().ToList();
        return (people.Count(p => Has(card, p)), people.Count);
    }

    /// <summary>By agency, the one with the most who have not read it first; offices that have not, by title and never by name.</summary>
    public List<AgencyCoverage> ByAgency(RuleCard card) =>
    [
        .. _people.Where(p => p.Reads(card)).GroupBy(p => (p.Office.AgencyId, p.Office.Agency)).Select(g =>
        {
            var people = g.DistinctBy(p => p.Person).ToList();
            return new AgencyCoverage(g.Key.Agency, people.Count(p => Has(card, p.Person)), people.Count, [.. people.Where(p => !Has(card, p.Person)).Select(p => p.Office.Title).Order(StringComparer.CurrentCulture)]);
        }).OrderByDescending(c => c.All - c.Read).ThenBy(c => c.Agency, StringComparer.CurrentCultureIgnoreCase),
    ];

    private bool Has(RuleCard card, Guid person) => _read.Contains((card.Key, card.Version, person));
}
