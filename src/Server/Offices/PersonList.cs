using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>A person, by which spellings, and the offices of the day that the reader may know of.</summary>
public sealed record PersonRow(Guid Id, string Name, string? Rank, string? Corps, ImmutableArray<string> Aliases, ImmutableArray<string> Offices);

/// <summary>
/// People, as far as they hold or held an office that the reader's list of offices shows; to whoever writes offices also
/// those who hold none.
/// </summary>
internal static class PersonList
{
    /// <summary>One page of those found by a part of the name or of another spelling, and how many there are.</summary>
    public static async Task<(IReadOnlyList<PersonRow> Rows, int Total)> ReadAsync(
        Database database, Reader reader, DateOnly day, string? words, int skip, int take, CancellationToken cancel)
    {
        var offices = await OfficeList.VisibleAsync(database, reader, cancel);
        var people = Visible(database, reader, offices);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var lower = words.Trim().ToLowerInvariant();
            people = people.Where(p => TextFunctions.Lower(p.Name).Contains(lower) || p.Aliases.Any(a => TextFunctions.Lower(a.Name).Contains(lower)));
        }

        var total = await people.CountAsync(cancel);
        return (await RowsAsync(people.OrderBy(p => p.Name).ThenBy(p => p.Id).Skip(skip).Take(take), offices, day, cancel), total);
    }

    /// <summary>All that the list would show, with every spelling.</summary>
    public static async Task<IReadOnlyList<PersonRow>> AllAsync(Database database, Reader reader, DateOnly day, CancellationToken cancel)
    {
        var offices = await OfficeList.VisibleAsync(database, reader, cancel);
        return await RowsAsync(Visible(database, reader, offices).OrderBy(p => p.Name).ThenBy(p => p.Id), offices, day, cancel);
    }

    /// <summary>A person with those holdings and leaves that the reader may know of; null where there is none for this reader.</summary>
    public static async Task<Person?> FindAsync(Database database, Reader reader, Guid person, CancellationToken cancel)
    {
        var offices = await OfficeList.VisibleAsync(database, reader, cancel);
        return await Visible(database, reader, offices).Where(p => p.Id == person)
            .Include(p => p.Aliases)
            .Include(p => p.Holdings.Where(h => offices.Contains(h.OfficeId)).OrderByDescending(h => h.From)).ThenInclude(h => h.Office!.Agency)
            .Include(p => p.Holdings.Where(h => offices.Contains(h.OfficeId)).OrderByDescending(h => h.From)).ThenInclude(h => h.Leaves)
            .AsSplitQuery().SingleOrDefaultAsync(cancel);
    }

    private static IQueryable<Person> Visible(Database database, Reader reader, IReadOnlyCollection<Guid> offices)
    {
        var people = database.Set<Person>().AsNoTracking();
        return reader.May(OfficesPermissions.Write) && reader.AreasOf(OfficesPermissions.Write).IsEverywhere
            ? people : people.Where(p => p.Holdings.Any(h => offices.Contains(h.OfficeId)));
    }

    private static async Task<ImmutableArray<PersonRow>> RowsAsync(
        IQueryable<Person> people, IReadOnlyCollection<Guid> offices, DateOnly day, CancellationToken cancel)
    {
        var found = await people
            .Select(p => new
            {
                p.Id, p.Name, p.Rank, p.Corps, Aliases = p.Aliases.Select(a => a.Name).ToList(),
                Offices = p.Holdings.Where(h => h.From <= day && (h.To == null || h.To >= day) && offices.Contains(h.OfficeId))
                    .Select(h => new { h.Kind, h.Office!.Title, Agency = h.Office!.Agency!.Name }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancel);
        return
        [
            .. found.Select(p => new PersonRow(
                p.Id, p.Name, p.Rank, p.Corps, [.. p.Aliases.Order(StringComparer.CurrentCulture)],
                [.. p.Offices.Select(o => $"{(o.Kind == HoldingKind.Definitif ? "" : $"{o.Kind} ")}{o.Title}, {o.Agency}")])),
        ];
    }
}
