using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>Offices, people and forums by name.</summary>
internal static class OfficesSearch
{
    public static async Task<SearchFound> OfficesAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        var visible = await OfficeList.VisibleAsync(database, ask.Reader, cancel);
        var names = await database.Set<Office>().AsNoTracking().Select(o => new { o.Id, o.Title, Agency = o.Agency!.Name }).ToListAsync(cancel);
        var seen = visible.ToHashSet();
        var (best, total) = SearchAsk.Rank(
            names.Where(n => seen.Contains(n.Id)), n => ask.Match.Of(new FoldedName($"{n.Title} {n.Agency}")) ?? ask.Match.Of(new FoldedName(n.Agency)), n => n.Title.Length + n.Agency.Length);
        if (best.Count == 0) return SearchFound.Nothing;
        var rows = (await OfficeList.AmongAsync(database, ask.Reader, [.. best.Select(b => b.Thing.Id)], services.GetRequiredService<OfficeClock>().Today, cancel)).ToDictionary(o => o.Id);
        return new SearchFound(
            [
                .. best.Where(b => rows.ContainsKey(b.Thing.Id))
                    .Select(b => new SearchHit($"{b.Thing.Title}, {b.Thing.Agency}", $"/jabatan/{b.Thing.Id}", $"{rows[b.Thing.Id].Rank} {rows[b.Thing.Id].Holder}".Trim() is { Length: > 0 } holder ? holder : null, b.Score)),
            ],
            ask.AllOf("/instansi", total, best[0].Score));
    }

    /// <summary>By any spelling of the name, with the rank before it or without.</summary>
    public static async Task<SearchFound> PeopleAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var people = await PersonList.AllAsync(services.GetRequiredService<Database>(), ask.Reader, services.GetRequiredService<OfficeClock>().Today, cancel);
        var (best, total) = SearchAsk.Rank(people, p => Score(ask.Match, p), p => p.Name.Length);
        return new SearchFound(
            [.. best.Select(b => new SearchHit($"{b.Thing.Rank} {b.Thing.Corps} {b.Thing.Name}".Replace("  ", " ", StringComparison.Ordinal).Trim(), $"/orang/{b.Thing.Id}", Detail(b.Thing), b.Score))],
            best.Count == 0 ? null : ask.AllOf("/orang", total, best[0].Score));
    }

    public static async Task<SearchFound> ForumsAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var day = services.GetRequiredService<OfficeClock>().Today;
        var readable = ask.Reader.AreasOf(ForumsPermissions.Read);
        var forums = (await services.GetRequiredService<Database>().Set<Forum>().AsNoTracking().Where(f => f.To == null || f.To >= day)
            .Select(f => new { f.Id, f.Name, f.AreaCode }).ToListAsync(cancel)).Where(f => readable.Touches(f.AreaCode));
        var (best, _) = SearchAsk.Rank(forums, f => ask.Match.Of(new FoldedName(f.Name)), f => f.Name.Length);
        var names = await services.GetRequiredService<NameAreas>()([.. best.Select(b => b.Thing.AreaCode).Distinct(StringComparer.Ordinal)], cancel);
        return new SearchFound([.. best.Select(b => new SearchHit(b.Thing.Name, $"/forum/{b.Thing.Id}", names.GetValueOrDefault(b.Thing.AreaCode), b.Score))], null);
    }

    private static int? Score(NameMatch match, PersonRow person) =>
        person.Aliases.Append(person.Name).Concat(person.Rank is { } rank ? [$"{rank} {person.Corps} {person.Name}"] : Array.Empty<string>())
            .Select(n => match.Of(new FoldedName(n))).Min();

    private static string? Detail(PersonRow person)
    {
        var parts = person.Offices.Concat(person.Aliases).ToList();
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
