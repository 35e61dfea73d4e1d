using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>Adds and changes commands by a file: each row is what its command is from now on, all rows or none. What the file leaves out stays.</summary>
internal sealed class SaveCommands(Database database, CurrentReader current, AuditLog audit)
{
    /// <summary>How many commands are new or changed, and the file with what is wrong.</summary>
    public async Task<(int Changed, SentTable<SentCommand> File)> RunAsync(IFormFile sent, CancellationToken cancel)
    {
        var file = CommandFile.Read(sent);
        if (file.Rows.IsEmpty) return (0, file);
        var writable = (await current.GetSignedInAsync()).AreasOf(TerritoryPermissions.WriteJurisdictions);
        var known = await AreaQueries.NamesAsync(database, [.. file.Rows.SelectMany(r => r.Value.Areas).Distinct(StringComparer.Ordinal)], cancel);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var all = await database.Set<Jurisdiction>().ToListAsync(cancel);
        var areas = (await database.Set<JurisdictionArea>().ToListAsync(cancel)).GroupBy(a => a.JurisdictionId).ToDictionary(a => a.Key, a => a.ToList());
        var wrong = new List<(int Row, string Problem, string Value)>();
        var (changed, named) = (new HashSet<Guid>(), new List<(int Row, SentCommand Sent, Jurisdiction Command)>());
        foreach (var (row, command) in file.Rows)
        {
            wrong.AddRange(command.Areas.Where(a => !known.ContainsKey(a)).Select(a => (row, "WrongCommandArea", a)));
            wrong.AddRange(command.Areas.Where(a => known.ContainsKey(a) && !writable.Contains(a)).Select(a => (row, "WrongCommandNotYours", a)));
            var found = all.Find(j => j.Kind == command.Kind && string.Equals(j.Name, command.Name, StringComparison.OrdinalIgnoreCase));
            // Whoever changes a command writes where it was, too.
            if (found is not null) wrong.AddRange(Own(found.Id).Where(a => !writable.Contains(a.AreaCode)).Select(a => (row, "WrongCommandNotYours", a.AreaCode)));
            if (found is null)
            {
                database.Add(found = new Jurisdiction { Id = Guid.CreateVersion7(), Force = AddJurisdiction.ForceOf(command.Kind), Kind = command.Kind, Name = command.Name });
                all.Add(found);
                changed.Add(found.Id);
            }

            named.Add((row, command, found));
        }

        // Whoever is above may stand further down in the file.
        foreach (var (row, command, own) in named)
        {
            var above = command.Above is null ? null : all.Find(j => j.Force == own.Force && j.Kind < own.Kind && string.Equals(j.Name, command.Above, StringComparison.OrdinalIgnoreCase));
            if (command.Above is not null && above is null) wrong.Add((row, "WrongCommandAbove", command.Above));
            if (own.ParentId != above?.Id) changed.Add(own.Id);
            own.ParentId = above?.Id;
            var before = Own(own.Id);
            if (before.Select(a => a.AreaCode).ToHashSet(StringComparer.Ordinal).SetEquals(command.Areas)) continue;
            changed.Add(own.Id);
            database.RemoveRange(before.Where(a => !command.Areas.Contains(a.AreaCode, StringComparer.Ordinal)));
            database.AddRange(command.Areas.Except(before.Select(a => a.AreaCode), StringComparer.Ordinal).Select(a => new JurisdictionArea { JurisdictionId = own.Id, AreaCode = a }));
            areas[own.Id] = [.. command.Areas.Select(a => new JurisdictionArea { JurisdictionId = own.Id, AreaCode = a })];
        }

        foreach (var (row, command, own) in named)
            wrong.AddRange(command.Areas.Where(a => all.Exists(j => j.Id != own.Id && j.Kind == own.Kind && Own(j.Id).Exists(o => o.AreaCode == a))).Select(a => (row, "WrongCommandTaken", a)));
        if (wrong.Count > 0)
        {
            database.ChangeTracker.Clear();
            return (0, CommandFile.Refused(wrong));
        }

        if (changed.Count > 0)
        {
            await audit.AddAsync("jurisdictions.file", "", null, string.Create(CultureInfo.InvariantCulture, $"{{\"commands\":{changed.Count}}}"), tell: TerritoryPermissions.ReadJurisdictions);
            await database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return (changed.Count, file);

        List<JurisdictionArea> Own(Guid id) => areas.GetValueOrDefault(id) ?? [];
    }
}
