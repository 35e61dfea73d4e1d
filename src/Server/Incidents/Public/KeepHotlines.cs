using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Public;

/// <summary>The Desk keeps the hotlines of its kabupaten, which anybody may read.</summary>
internal sealed class KeepHotlines(Database database, CurrentReader current, AuditLog audit)
{
    /// <summary>On a phone a list of more is not looked through by somebody in need.</summary>
    public const int Most = 12;

    private const int FewestDigits = 3, MostDigits = 15, LongestLink = 400;

    /// <summary>The kabupaten whose hotlines the reader keeps; null where he keeps none.</summary>
    public async Task<string?> KabupatenAsync() => IncidentScope.KeptKabupaten(await current.GetSignedInAsync());

    /// <summary>Of these kabupaten, in the order in which they were written down.</summary>
    public static async Task<List<Hotline>> OfAsync(Database database, IReadOnlyCollection<string> kabupaten, CancellationToken cancel) =>
        await database.Set<Hotline>().AsNoTracking().Where(h => kabupaten.Contains(h.AreaCode)).OrderBy(h => h.AreaCode).ThenBy(h => h.Id).ToListAsync(cancel);

    /// <summary>Adds one, or changes the one of that id. Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> SaveAsync(Form form, CancellationToken cancel)
    {
        if (await KabupatenAsync() is not { } kabupaten) return "NotKeeping";
        var (topic, number, link, hours) = (Line(form.Topic), Line(form.Number), Line(form.Link), Line(form.Hours));
        if (topic is null or { Length: > IncidentsMapping.LongestName }) return "HotlineTopicNeeded";
        if (number is null && link is null) return "HotlineWayNeeded";
        if (number is not null && !IsNumber(number)) return "HotlineNumberWrong";
        if (link is not null && (link.Length > LongestLink || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))) return "HotlineLinkWrong";
        if (hours?.Length > IncidentsMapping.LongestName) return "HotlineHoursLong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var all = await database.Set<Hotline>().Where(h => h.AreaCode == kabupaten).ToListAsync(cancel);
        var line = all.Find(h => h.Id == form.Id);
        if (line is null)
        {
            if (form.Id != Guid.Empty) return "HotlineGone";
            if (all.Count >= Most) return "HotlinesMany";
            database.Add(line = new Hotline { Id = OrderedId.New(), AreaCode = kabupaten, Topic = topic });
        }

        (line.Topic, line.Number, line.Link, line.Hours) = (topic, number, link, hours);
        return await KeepAsync("incidents.hotline", line, transaction, cancel);
    }

    /// <summary>Takes one away. Null when done, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RemoveAsync(Guid id, CancellationToken cancel)
    {
        var kabupaten = await KabupatenAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        // Unknown and not yours answer alike.
        if (await database.Set<Hotline>().SingleOrDefaultAsync(h => h.Id == id && h.AreaCode == kabupaten, cancel) is not { } line) return "HotlineGone";
        database.Remove(line);
        return await KeepAsync("incidents.hotline-remove", line, transaction, cancel);
    }

    private async Task<string?> KeepAsync(string action, Hotline line, WriteTransaction transaction, CancellationToken cancel)
    {
        await audit.AddAsync(action, line.Id.ToString(), line.AreaCode, tell: IncidentsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static bool IsNumber(string number) => number.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits && number.Length <= 30
        && number.Index().All(c => char.IsAsciiDigit(c.Item) || c.Item is ' ' or '-' or '(' or ')' or '.' || (c.Item == '+' && c.Index == 0));

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Form
    {
        public Guid Id { get; set; }

        public string? Topic { get; set; }

        public string? Number { get; set; }

        public string? Link { get; set; }

        public string? Hours { get; set; }
    }
}
