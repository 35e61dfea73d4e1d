using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>A command with what it covers: its own areas, else those of the commands below it; none of a battalion.</summary>
public sealed record ListedCommand(Guid Id, string Name, CommandForce Force, JurisdictionKind Kind, ImmutableArray<string> Areas);

/// <summary>What a command covers.</summary>
public static class JurisdictionAreas
{
    /// <summary>
    /// The areas of a jurisdiction: its own and those of all commands below it. Empty for a unit without territory.
    /// </summary>
    public static async Task<AreaSet> OfAsync(Database database, Guid jurisdiction, CancellationToken cancel)
    {
        // Three levels at most lie below: Polda, Polres, Polsek.
        var known = new HashSet<Guid> { jurisdiction };
        List<Guid> level = [jurisdiction];
        while (level.Count > 0)
        {
            var above = level;
            var below = await database.Set<Jurisdiction>()
                .Where(j => j.ParentId != null && above.Contains(j.ParentId.Value)).Select(j => j.Id).ToListAsync(cancel);
            level = [.. below.Where(known.Add)];
        }

        return AreaSet.Of(await database.Set<JurisdictionArea>()
            .Where(a => known.Contains(a.JurisdictionId)).Select(a => a.AreaCode).ToListAsync(cancel));
    }

    /// <summary>What each command covers by itself, without those below it.</summary>
    public static async Task<ILookup<Guid, string>> AllAsync(Database database, CancellationToken cancel) =>
        (await database.Set<JurisdictionArea>().AsNoTracking().ToListAsync(cancel)).ToLookup(a => a.JurisdictionId, a => a.AreaCode);

    /// <summary>The commands that name this very area as theirs.</summary>
    public static Task<List<Guid>> OverAsync(Database database, string area, CancellationToken cancel) =>
        database.Set<JurisdictionArea>().Where(a => a.AreaCode == area).Select(a => a.JurisdictionId).ToListAsync(cancel);

    /// <summary>Every command by name, for a choice.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> NamesAsync(Database database, CancellationToken cancel) =>
        [.. (await database.Set<Jurisdiction>().AsNoTracking().OrderBy(j => j.Kind).ThenBy(j => j.Name).ToListAsync(cancel)).Select(j => (j.Id, j.Name))];

    /// <summary>Every command with what it covers.</summary>
    public static async Task<IReadOnlyList<ListedCommand>> CommandsAsync(Database database, CancellationToken cancel)
    {
        var all = await database.Set<Jurisdiction>().AsNoTracking().ToListAsync(cancel);
        var (own, below) = (await AllAsync(database, cancel), all.ToLookup(j => j.ParentId));
        return [.. all.Select(j => new ListedCommand(j.Id, j.Name, j.Force, j.Kind, [.. AreaSet.Of(Covered(j)).Roots]))];

        IEnumerable<string> Covered(Jurisdiction command) => own.Contains(command.Id) ? own[command.Id] : below[command.Id].SelectMany(Covered);
    }
}
