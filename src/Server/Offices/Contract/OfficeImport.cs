using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>An office as a file lists it, and who holds it; without a holder it is vacant.</summary>
public sealed record ImportedOffice(
    int Row, string Agency, string? Pillar, string Title, OfficeRole Role, OfficeLevel Level, string? AreaCode, Guid? JurisdictionId,
    string? Holder, string? Rank, HoldingKind Kind, DateOnly? From, DateOnly? To);

/// <summary>What becomes of a listed office.</summary>
public enum OfficeOutcome : byte
{
    Added,

    /// <summary>Another holder, or the first one.</summary>
    Changed,
    Unchanged,

    /// <summary>Somebody holds it from the same day or a later one: left as it is.</summary>
    HeldLater,

    /// <summary>It runs the installation: no file gives that away.</summary>
    Administrator,
}

/// <summary>Brings a list of offices in, and takes what it brought away again.</summary>
public static class OfficeImport
{
    /// <summary>Names and codes of the pillars: a file may write either.</summary>
    public static async Task<Dictionary<string, string>> PillarsAsync(Database database, CancellationToken cancel)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pillar in await database.Set<Pillar>().AsNoTracking().ToListAsync(cancel)) known[pillar.Code] = known[pillar.Name] = pillar.Code;
        return known;
    }

    /// <summary>What becomes of each row, in their order, and a line of ids for each thing that is new or ended.</summary>
    /// <param name="database">Where to; with <paramref name="write"/> the changes wait there to be saved.</param>
    /// <param name="rows">The list.</param>
    /// <param name="today">First day of a holder where the list names none.</param>
    /// <param name="write">Whether to change, or only to tell.</param>
    /// <param name="cancel">Ends the asking.</param>
    public static async Task<(List<OfficeOutcome> Outcomes, List<string> Log)> RunAsync(
        Database database, IReadOnlyList<ImportedOffice> rows, DateOnly today, bool write, CancellationToken cancel)
    {
        var log = new List<string>();
        var agencies = new Dictionary<string, Agency>(StringComparer.OrdinalIgnoreCase);
        var stored = await database.Set<Agency>().Include(a => a.Offices).ThenInclude(o => o.Holdings).ThenInclude(h => h.Person).AsNoTracking().ToListAsync(cancel);
        foreach (var agency in stored) agencies.TryAdd(agency.Name, agency);
        var outcomes = new List<OfficeOutcome>(rows.Count);
        foreach (var row in rows) outcomes.Add(One(row));
        return (outcomes, log);

        OfficeOutcome One(ImportedOffice row)
        {
            if (!agencies.TryGetValue(row.Agency, out var agency))
            {
                agencies[row.Agency] = agency = new Agency { Id = Guid.CreateVersion7(), Name = row.Agency, PillarCode = row.Pillar };
                Made('A', agency.Id, new Agency { Id = agency.Id, Name = agency.Name, PillarCode = agency.PillarCode });
            }

            var office = agency.Offices.Find(o => string.Equals(o.Title, row.Title, StringComparison.OrdinalIgnoreCase)
                && o.AreaCode == row.AreaCode && o.JurisdictionId == row.JurisdictionId);
            if (office?.Role == OfficeRole.Administrator) return OfficeOutcome.Administrator;
            var isNew = office is null;
            if (office is null)
            {
                office = NewOffice(row, agency.Id, Guid.CreateVersion7());
                agency.Offices.Add(office);
                Made('O', office.Id, NewOffice(row, agency.Id, office.Id));
            }

            var held = row.Holder is null ? OfficeOutcome.Unchanged : Hold(row, office);
            return isNew ? OfficeOutcome.Added : held;
        }

        OfficeOutcome Hold(ImportedOffice row, Office office)
        {
            var from = row.From ?? today;
            var same = office.Holdings.Find(h => string.Equals(h.Person!.Name, row.Holder, StringComparison.OrdinalIgnoreCase) && h.Kind == row.Kind
                && (row.From is null ? h.To is null || h.To >= from : h.From == from || (h.From <= from && (h.To is null || h.To >= from))));
            if (same is not null) return OfficeOutcome.Unchanged;
            if (office.Holdings.Exists(h => h.From >= from && (row.To is null || h.From <= row.To))) return OfficeOutcome.HeldLater;
            foreach (var former in office.Holdings.Where(h => h.To is null || h.To >= from))
            {
                log.Add($"C\t{former.Id}\t{Day(former.To)}\t{Day(from.AddDays(-1))}");
                former.To = from.AddDays(-1);
                if (!write) continue;
                // A holder earlier in the same file waits to be saved already.
                var tracked = database.Set<OfficeHolding>().Local.FirstOrDefault(h => h.Id == former.Id)
                    ?? database.Set<OfficeHolding>().Attach(new OfficeHolding { Id = former.Id, OfficeId = former.OfficeId, PersonId = former.PersonId, Kind = former.Kind, From = former.From }).Entity;
                tracked.To = former.To;
                database.Entry(tracked).Property(h => h.To).IsModified = database.Entry(tracked).State != EntityState.Added;
            }

            var person = new Person { Id = Guid.CreateVersion7(), Name = row.Holder!, Rank = row.Rank };
            Made('P', person.Id, new Person { Id = person.Id, Name = person.Name, Rank = person.Rank });
            var holding = new OfficeHolding { Id = Guid.CreateVersion7(), OfficeId = office.Id, PersonId = person.Id, Person = person, Kind = row.Kind, From = from, To = row.To };
            office.Holdings.Add(holding);
            Made('H', holding.Id, new OfficeHolding { Id = holding.Id, OfficeId = office.Id, PersonId = person.Id, Kind = row.Kind, From = from, To = row.To });
            return OfficeOutcome.Changed;
        }

        void Made(char what, Guid id, object thing)
        {
            log.Add($"{what}\t{id}");
            if (write) database.Add(thing);
        }
    }

    /// <summary>Takes away what a run made and gives back what it ended; false where any of it was used since. Nothing is saved.</summary>
    public static async Task<bool> UndoAsync(Database database, IReadOnlyCollection<string> log, bool write, CancellationToken cancel)
    {
        var lines = log.Select(l => l.Split('\t')).ToLookup(l => l[0][0], l => l);
        HashSet<Guid> Ids(char what) => [.. lines[what].Select(l => Guid.Parse(l[1]))];
        var (agencyIds, officeIds, personIds, holdingIds) = (Ids('A'), Ids('O'), Ids('P'), Ids('H'));
        var ended = lines['C'].GroupBy(l => Guid.Parse(l[1])).ToDictionary(g => g.Key, g => (Before: g.First()[2], Set: g.Last()[3]));
        var agencies = await database.Set<Agency>().Include(a => a.Offices).ThenInclude(o => o.Holdings).ToListAsync(cancel);
        var offices = agencies.SelectMany(a => a.Offices).ToList();
        var holdings = offices.SelectMany(o => o.Holdings).ToDictionary(h => h.Id);
        var people = (await database.Set<Person>().ToListAsync(cancel)).Where(p => personIds.Contains(p.Id)).ToList();
        var untouched = people.Count == personIds.Count && agencyIds.All(id => agencies.Exists(a => a.Id == id)) && officeIds.All(id => offices.Exists(o => o.Id == id))
            && holdingIds.All(holdings.ContainsKey)
            && offices.Where(o => officeIds.Contains(o.Id)).All(o => o.Holdings.TrueForAll(h => holdingIds.Contains(h.Id)))
            && agencies.Where(a => agencyIds.Contains(a.Id)).All(a => a.Offices.TrueForAll(o => officeIds.Contains(o.Id)))
            && holdings.Values.All(h => !personIds.Contains(h.PersonId) || holdingIds.Contains(h.Id))
            && ended.All(e => holdings.TryGetValue(e.Key, out var h) && Day(h.To) == e.Value.Set)
            // Somebody who came after a holder of the file ended that holding too.
            && offices.TrueForAll(o => !o.Holdings.Exists(h => holdingIds.Contains(h.Id))
                || o.Holdings.TrueForAll(h => holdingIds.Contains(h.Id) || o.Holdings.Where(x => holdingIds.Contains(x.Id)).All(x => h.From < x.From)));
        if (!untouched || !write) return untouched;
        foreach (var (id, (before, _)) in ended.Where(e => !holdingIds.Contains(e.Key)))
            holdings[id].To = before.Length == 0 ? null : DateOnly.ParseExact(before, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        database.RemoveRange(holdings.Values.Where(h => holdingIds.Contains(h.Id)));
        database.RemoveRange(people);
        database.RemoveRange(offices.Where(o => officeIds.Contains(o.Id)));
        database.RemoveRange(agencies.Where(a => agencyIds.Contains(a.Id)));
        return true;
    }

    private static Office NewOffice(ImportedOffice row, Guid agency, Guid id) => new()
    {
        Id = id, AgencyId = agency, Title = row.Title, Role = row.Role, Level = row.Level, AreaCode = row.AreaCode, JurisdictionId = row.JurisdictionId,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
