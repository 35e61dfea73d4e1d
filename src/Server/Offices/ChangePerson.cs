using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>Corrects how a person is written. Offices held stay as they are.</summary>
internal sealed class ChangePerson(Database database, CurrentReader current, AuditLog audit)
{
    private const int MostAliases = 20;

    /// <summary>Null when done, else the key of the text that says what is wrong; nothing is changed then.</summary>
    public async Task<string?> RunAsync(Guid id, Form form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > 120 || form.Rank?.Length > 60 || form.Corps?.Length > 40) return "NameNeeded";
        var aliases = (form.Aliases ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal).ToList();
        if (aliases.Count > MostAliases || aliases.Exists(a => a.Length > 120)) return "NameNeeded";
        if (await PersonList.FindAsync(database, await current.GetSignedInAsync(), id, cancel) is null) return "UnknownPerson";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var person = await database.Set<Person>().Include(p => p.Aliases).SingleAsync(p => p.Id == id, cancel);
        (person.Name, person.Rank, person.Corps) = (form.Name.Trim(), Blank(form.Rank), Blank(form.Corps));
        person.Aliases.RemoveAll(a => !aliases.Contains(a.Name, StringComparer.Ordinal));
        foreach (var alias in aliases.Except(person.Aliases.Select(a => a.Name), StringComparer.Ordinal).ToList())
            database.Add(new PersonAlias { PersonId = id, Name = alias });
        await audit.AddAsync("persons.change", id.ToString(), tell: OfficesPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Rank { get; set; }

        public string? Corps { get; set; }

        /// <summary>Other spellings, one a line.</summary>
        public string? Aliases { get; set; }
    }
}
