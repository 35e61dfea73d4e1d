using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Names of people and offices by their ids.</summary>
public static class OfficeNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> OfPeopleAsync(Database database, IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        await database.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);

    /// <summary>Title and agency: <c>Kabag Ops, Polres Lumajang</c>.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfOfficesAsync(Database database, IReadOnlyCollection<Guid> offices, CancellationToken cancel) =>
        await database.Set<Office>().AsNoTracking().Where(o => offices.Contains(o.Id))
            .Select(o => new { o.Id, o.Title, Agency = o.Agency!.Name }).ToDictionaryAsync(o => o.Id, o => $"{o.Title}, {o.Agency}", cancel);
}
