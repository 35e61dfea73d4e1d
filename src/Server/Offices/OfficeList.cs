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
    string? Holder, string? Rank, HoldingKind? Kind);

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

    /// <summary>The offices that cover exactly this area, by themselves or by their command.</summary>
    public static async Task<IReadOnlyList<OfficeRow>> OfAreaAsync(Database database, Reader reader, DateOnly day, string area, CancellationToken cancel)
    {
        var commands = await JurisdictionAreas.OverAsync(database, area, cancel);
        return await ReadAsync(
            database,
            database.Set<Office>().AsNoTracking().Where(o => o.AreaCode == area || (o.JurisdictionId != null && commands.Contains(o.JurisdictionId.Value))),
            reader, day, null, cancel);
    }

    private static async Task<IReadOnlyList<OfficeRow>> ReadAsync(
        Database database, IQueryable<Office> offices, Reader reader, DateOnly day, string? words, CancellationToken cancel)
    {
        var readable = reader.AreasOf(OfficesPermissions.Read);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var lower = words.Trim().ToLowerInvariant();
            offices = offices.Where(o => TextFunctions.Lower(o.Title).Contains(lower) || TextFunctions.Lower(o.Agency!.Name).Contains(lower)
                || o.Holdings.Any(h => h.From <= day && (h.To == null || h.To >= day) && TextFunctions.Lower(h.Person!.Name).Contains(lower)));
        }

        var found = await offices.Select(o => new
        {
            o.Id, o.Title, Agency = o.Agency!.Name, Pillar = o.Agency!.Pillar!.Name, o.Level, o.Role, o.AreaCode, o.JurisdictionId,
            Holding = o.Holdings.Where(h => h.From <= day && (h.To == null || h.To >= day)).OrderByDescending(h => h.From)
                .Select(h => new { h.Person!.Name, h.Person!.Rank, h.Kind }).FirstOrDefault(),
        }).ToListAsync(cancel);
        var commands = await JurisdictionAreas.AllAsync(database, cancel);
        return
        [
            .. found
                .Select(o => new OfficeRow(
                    o.Id, o.Title, o.Agency, o.Pillar, o.Level, o.Role,
                    o.AreaCode is { } area ? [area] : o.JurisdictionId is { } command ? [.. commands[command]] : [],
                    o.Holding?.Name, o.Holding?.Rank, o.Holding?.Kind))
                .Where(o => readable.IsEverywhere || o.Areas.IsEmpty || o.Areas.Any(readable.Touches))
                .OrderBy(o => o.Level).ThenBy(o => o.Agency, StringComparer.CurrentCulture).ThenBy(o => o.Title, StringComparer.CurrentCulture),
        ];
    }
}
