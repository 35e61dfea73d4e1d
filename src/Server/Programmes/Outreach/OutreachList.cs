using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>An event as a list shows it.</summary>
public sealed record OutreachRow(OutreachEvent Of, string Agency, string Area)
{
    public int Villages => Of.Reached.Count(r => r.VillageCode is not null);

    public int Agencies => Of.Reached.Count(r => r.AgencyId is not null);
}

/// <summary>What is asked of the list, as its address says it.</summary>
internal sealed record OutreachQuery(string? Status, string? Jenis, string? Topik, string? Kec, string? Cari)
{
    /// <summary>Those of the events that are asked for.</summary>
    public List<OutreachRow> Of(IEnumerable<OutreachRow> all) =>
    [
        .. all.Where(r => (string.IsNullOrEmpty(Status) || r.Of.State.ToString() == Status) && (string.IsNullOrEmpty(Jenis) || r.Of.Kind.ToString() == Jenis)
            && (string.IsNullOrEmpty(Topik) || r.Of.Topic.ToString() == Topik)
            && (string.IsNullOrEmpty(Kec) || AreaSet.IsWithin(r.Of.AreaCode, Kec) || r.Of.Reached.Exists(x => x.VillageCode is { } v && AreaSet.IsWithin(v, Kec)))
            && (string.IsNullOrWhiteSpace(Cari) || ((string[])[r.Of.Title, r.Of.Place, r.Agency, r.Area]).Any(t => t.Contains(Cari.Trim(), StringComparison.CurrentCultureIgnoreCase)))),
    ];

    /// <summary>The same as an address, but for the page.</summary>
    public string At(string path) => $"{path}?status={Status}&jenis={Jenis}&topik={Topik}&kec={Kec}&cari={Uri.EscapeDataString(Cari ?? "")}";
}

/// <summary>Every event that a reader sees: what is to come first, then what was, the newest first.</summary>
internal static class OutreachList
{
    public static async Task<List<OutreachRow>> OfAsync(Database database, Reader reader, NameAreas names, CancellationToken cancel)
    {
        var events = await OutreachScope.Of(database, reader).AsNoTracking().Include(e => e.Attendance).Include(e => e.Reached).AsSplitQuery().ToListAsync(cancel);
        var agencies = await AgencyQueries.NamesAsync(database, [.. events.Select(e => e.AgencyId).Distinct()], cancel);
        var areas = await names([.. events.Select(e => e.AreaCode).Distinct(StringComparer.Ordinal)], cancel);
        return
        [
            .. events.OrderBy(e => e.State).ThenBy(e => e.State == OutreachState.Planned ? e.Day.DayNumber : -e.Day.DayNumber).ThenBy(e => e.Id)
                .Select(e => new OutreachRow(e, agencies.GetValueOrDefault(e.AgencyId) ?? "–", areas.GetValueOrDefault(e.AreaCode) ?? e.AreaCode)),
        ];
    }
}
