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
    public static async Task<IReadOnlyList<OfficeRow>> ReadAsync(Database database, Reader reader, DateOnly day, string? words, CancellationToken cancel)
    {
        var readable = reader.AreasOf(OfficesPermissions.Read);
        var offices = database.Set<Office>().AsNoTracking();
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
