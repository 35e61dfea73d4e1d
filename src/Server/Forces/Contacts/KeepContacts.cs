using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contacts;

/// <summary>Enters whom one rings at stations, and that they were rung.</summary>
internal sealed class KeepContacts(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Enters or replaces contacts, all or none. The number kept, and what is wrong line by line.</summary>
    public async Task<(int Kept, IReadOnlyList<LinmasLineProblem> Problems)> SaveAsync(int election, string? village, string? lines, CancellationToken cancel)
    {
        var (entries, problems) = ContactLines.Read(lines, await ListedAsync(election, cancel), village);
        if (problems.Count > 0 || entries.Count == 0) return (0, problems);
        await SaveAsync(election, entries, cancel);
        return (entries.Count, []);
    }

    /// <summary>The same of a file: the number kept, and what is wrong with its rows.</summary>
    public async Task<(int Kept, SentTable<ContactEntry> File)> SaveAsync(int election, IFormFile sent, CancellationToken cancel)
    {
        var file = ContactFile.Read(sent, await ListedAsync(election, cancel));
        if (file.Rows.Length > 0) await SaveAsync(election, [.. file.Rows.Select(r => r.Value)], cancel);
        return (file.Rows.Length, file);
    }

    /// <summary>Marks contacts as rung, or takes the mark back. The number of marks that changed, or the key of what is wrong.</summary>
    public async Task<(int Changed, string? Problem)> ReachAsync(int election, IReadOnlyCollection<string> stations, bool reached, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (stations.Count == 0) return (0, "ContactNoneChosen");
        if (!stations.All(reader.AreasOf(ForcesPermissions.WriteContacts).Contains)) return (0, "NotYours");
        await using var transaction = await database.BeginWriteAsync(cancel);
        await ElectionQueries.TakeAsync(database, election, cancel);
        var changed = (await KnownAsync(election, stations, cancel)).Values.Where(c => c.ReachedAt is not null != reached).ToList();
        if (changed.Count == 0) return (0, null);
        var office = reader.Offices.First(o => o.Areas.Contains(changed[0].StationCode));
        foreach (var contact in changed)
            (contact.ReachedAt, contact.ReachedBy) = (reached ? clock.Now : null, reached ? $"{reader.Name}, {office.Title}" : null);
        await NoteAsync(reached ? "stationcontact.reach" : "stationcontact.unreach", election, [.. changed.Select(c => c.StationCode)]);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (changed.Count, null);
    }

    private async Task<HashSet<string>> ListedAsync(int election, CancellationToken cancel) =>
        (await StationCodes.CodesAsync(database, election, (await current.GetSignedInAsync()).AreasOf(ForcesPermissions.WriteContacts), cancel)).ToHashSet(StringComparer.Ordinal);

    private async Task SaveAsync(int election, IReadOnlyList<ContactEntry> entries, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        await ElectionQueries.TakeAsync(database, election, cancel);
        var known = await KnownAsync(election, entries.Select(e => e.Station), cancel);
        foreach (var entry in entries)
        {
            if (!known.TryGetValue(entry.Station, out var contact))
                database.Add(contact = new StationContact { ElectionId = election, StationCode = entry.Station, Name = entry.Name, Phone = entry.Phone });
            else if ((contact.Name, contact.Phone) != (entry.Name, entry.Phone))
                (contact.Name, contact.Phone, contact.ReachedAt, contact.ReachedBy) = (entry.Name, entry.Phone, null, null);
        }

        await NoteAsync("stationcontact.save", election, [.. entries.Select(e => e.Station)]);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<Dictionary<string, StationContact>> KnownAsync(int election, IEnumerable<string> stations, CancellationToken cancel)
    {
        var asked = stations.ToHashSet(StringComparer.Ordinal);
        // By village where a few are meant, else by kabupaten: an address may name hundreds.
        var villages = asked.Select(AreaCode.VillageOf).Distinct(StringComparer.Ordinal).ToList();
        var around = AreaSet.Of(villages.Count <= 50 ? villages : [.. villages.Select(v => v[..5]).Distinct(StringComparer.Ordinal)]);
        return (await around.Of(database.Set<StationContact>().Where(c => c.ElectionId == election), c => c.StationCode).ToListAsync(cancel))
            .Where(c => asked.Contains(c.StationCode)).ToDictionary(c => c.StationCode, StringComparer.Ordinal);
    }

    // One entry for each kabupaten: those who follow one are told of theirs.
    private async Task NoteAsync(string what, int election, IReadOnlyCollection<string> stations)
    {
        foreach (var (kabupaten, count) in stations.CountBy(AreaCode.KabupatenOf, StringComparer.Ordinal))
        {
            await audit.AddAsync(
                what, election.ToString(CultureInfo.InvariantCulture), kabupaten,
                string.Create(CultureInfo.InvariantCulture, $"{{\"stations\":{count}}}"), tell: ForcesPermissions.ReadContacts);
        }
    }
}
