using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Offices;

/// <summary>An office and who holds it today.</summary>
public sealed record OfficeRow(
    Guid Id, string Title, string Agency, string? Pillar, OfficeLevel Level, OfficeRole Role, ImmutableArray<string> Areas,
    Guid? PersonId, string? Holder, string? Rank, HoldingKind? Kind, Absence? Away);

/// <summary>Who is on leave from an office, how and until when.</summary>
public sealed record Absence(Guid PersonId, string Person, LeaveKind Kind, DateOnly To);

/// <summary>Whom to call: offices as far as they concern the reader's areas.</summary>
internal static class OfficeList
{
    /// <summary>
    /// Offices over an area that holds, or lies in, one of the reader's; and those without territory. From the kabupaten
    /// down, by agency.
    /// </summary>
    public static Task<IReadOnlyList<OfficeRow>> ReadAsync(Database database, Reader reader, DateOnly day, string? words, CancellationToken cancel) =>
        ReadAsync(database, database.Set<Office>().AsNoTracking(), reader, day, words, cancel);

    /// <summary>One office as the list would show it; null where it would not.</summary>
    public static async Task<OfficeRow?> FindAsync(Database database, Reader reader, DateOnly day, Guid office, CancellationToken cancel) =>
        (await ReadAsync(database, database.Set<Office>().AsNoTracking().Where(o => o.Id == office), reader, day, null, cancel)).SingleOrDefault();

    /// <summary>Offices by their ids, wherever they serve: for what the reader may read as a whole.</summary>
    public static Task<IReadOnlyList<OfficeRow>> NamedAsync(Database database, IReadOnlyCollection<Guid> offices, DateOnly day, CancellationToken cancel) =>
        ReadAsync(database, database.Set<Office>().AsNoTracking().Where(o => offices.Contains(o.Id)), AreaSet.Everywhere, day, null, cancel);

    /// <summary>Of these offices those that the list would show.</summary>
    public static Task<IReadOnlyList<OfficeRow>> AmongAsync(Database database, Reader reader, IReadOnlyCollection<Guid> offices, DateOnly day, CancellationToken cancel) =>
        ReadAsync(database, database.Set<Office>().AsNoTracking().Where(o => offices.Contains(o.Id)), reader, day, null, cancel);

    /// <summary>The offices that cover exactly this area, by themselves or by their command.</summary>
    public static async Task<IReadOnlyList<OfficeRow>> OfAreaAsync(Database database, Reader reader, DateOnly day, string area, CancellationToken cancel)
    {
        var commands = await JurisdictionAreas.OverAsync(database, area, cancel);
        return await ReadAsync(
            database,
            database.Set<Office>().AsNoTracking().Where(o => o.AreaCode == area || (o.JurisdictionId != null && commands.Contains(o.JurisdictionId.Value))),
            reader, day, null, cancel);
    }

    /// <summary>The offices that the list would show, by their ids.</summary>
    public static async Task<IReadOnlyCollection<Guid>> VisibleAsync(Database database, Reader reader, CancellationToken cancel)
    {
        var readable = reader.AreasOf(OfficesPermissions.Read);
        var offices = await database.Set<Office>().AsNoTracking().Select(o => new { o.Id, o.AreaCode, o.JurisdictionId }).ToListAsync(cancel);
        if (readable.IsEverywhere) return [.. offices.Select(o => o.Id)];
        var commands = await JurisdictionAreas.AllAsync(database, cancel);
        return
        [
            .. offices.Where(o => IsVisible(readable, o.AreaCode is { } area ? [area] : o.JurisdictionId is { } command ? [.. commands[command]] : []))
                .Select(o => o.Id),
        ];
    }

    private static bool IsVisible(AreaSet readable, ImmutableArray<string> areas) =>
        readable.IsEverywhere || areas.IsEmpty || areas.Any(readable.Touches);

    private static Task<IReadOnlyList<OfficeRow>> ReadAsync(
        Database database, IQueryable<Office> offices, Reader reader, DateOnly day, string? words, CancellationToken cancel) =>
        ReadAsync(database, offices, reader.AreasOf(OfficesPermissions.Read), day, words, cancel);

    private static async Task<IReadOnlyList<OfficeRow>> ReadAsync(
        Database database, IQueryable<Office> offices, AreaSet readable, DateOnly day, string? words, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            var lower = words.Trim().ToLowerInvariant();
            offices = offices.Where(o => TextFunctions.Lower(o.Title).Contains(lower) || TextFunctions.Lower(o.Agency!.Name).Contains(lower)
                || o.Holdings.Any(h => h.From <= day && (h.To == null || h.To >= day)
                    && (TextFunctions.Lower(h.Person!.Name).Contains(lower) || h.Person!.Aliases.Any(a => TextFunctions.Lower(a.Name).Contains(lower)))));
        }

        var found = await offices.Select(o => new
        {
            o.Id, o.Title, Agency = o.Agency!.Name, Pillar = o.Agency!.Pillar!.Name, o.Level, o.Role, o.AreaCode, o.JurisdictionId,
            Holding = o.Holdings.Where(h => h.From <= day && (h.To == null || h.To >= day) && !h.Leaves.Any(l => l.From <= day && l.To >= day))
                .OrderByDescending(h => h.From).Select(h => new { h.PersonId, h.Person!.Name, h.Person!.Rank, h.Person!.Corps, h.Kind }).FirstOrDefault(),
        }).ToListAsync(cancel);
        var away = (await database.Set<Leave>().AsNoTracking()
            .Where(l => l.From <= day && l.To >= day && l.Holding!.From <= day && (l.Holding!.To == null || l.Holding!.To >= day))
            .Select(l => new { l.Holding!.OfficeId, Away = new Absence(l.Holding!.PersonId, l.Holding!.Person!.Name, l.Kind, l.To) })
            .ToListAsync(cancel)).ToLookup(l => l.OfficeId, l => l.Away);
        var commands = await JurisdictionAreas.AllAsync(database, cancel);
        return
        [
            .. found
                .Select(o => new OfficeRow(
                    o.Id, o.Title, o.Agency, o.Pillar, o.Level, o.Role,
                    o.AreaCode is { } area ? [area] : o.JurisdictionId is { } command ? [.. commands[command]] : [],
                    o.Holding?.PersonId, o.Holding?.Name, o.Holding is null ? null : $"{o.Holding.Rank} {o.Holding.Corps}".Trim() is { Length: > 0 } rank ? rank : null,
                    o.Holding?.Kind, away[o.Id].FirstOrDefault()))
                .Where(o => IsVisible(readable, o.Areas))
                .OrderBy(o => o.Level).ThenBy(o => o.Agency, StringComparer.CurrentCulture).ThenBy(o => o.Title, StringComparer.CurrentCulture),
        ];
    }
}
