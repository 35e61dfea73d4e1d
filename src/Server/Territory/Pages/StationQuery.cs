using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>What a list of stations shows: all of it stands in the page's address, so that it can be sent to a colleague.</summary>
/// <param name="Election">Code of the election.</param>
/// <param name="Area">Only here; null is all that the reader may see.</param>
/// <param name="Search">In code, place, or name of village.</param>
/// <param name="Kind">regular, special or null.</param>
/// <param name="State">planned, surveyed, moved, merged or null.</param>
/// <param name="Place">known, unknown or null: whether the station's own position is.</param>
/// <param name="Sort">kode, desa, tempat, status, pemilih; a leading minus turns it round.</param>
/// <param name="Page">From 1.</param>
internal sealed record StationQuery(
    string? Election, string? Area, string? Search, string? Kind, string? State, string? Place, string Sort, int Page)
{
    public const int PageSize = 50;

    public static readonly string[] Sorts = ["kode", "desa", "tempat", "status", "pemilih"];

    public string Address
    {
        get
        {
            var address = new StringBuilder("/tps?");
            void Add(string key, string? value)
            {
                if (!string.IsNullOrEmpty(value)) address.Append(CultureInfo.InvariantCulture, $"{key}={Uri.EscapeDataString(value)}&");
            }

            Add("pemilihan", Election);
            Add("di", Area);
            Add("cari", Search);
            Add("jenis", Kind);
            Add("status", State);
            Add("titik", Place);
            Add("urut", Sort == "kode" ? null : Sort);
            Add("halaman", Page <= 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
            return address.ToString(0, address.Length - 1);
        }
    }

    /// <summary>Sorted by a column, or turned round where it already is.</summary>
    public StationQuery By(string column) => this with { Sort = Sort == column ? $"-{column}" : column, Page = 1 };

    /// <summary>The rows that fit, in order, without paging. Only stations within the reader's areas, whatever the address says.</summary>
    public async Task<IQueryable<StationRow>> RowsAsync(Database database, int election, Reader reader, CancellationToken cancel)
    {
        var stations = reader.AreasOf(TerritoryPermissions.ReadStations)
            .Of(database.Set<Station>().AsNoTracking().Where(s => s.ElectionId == election), s => s.Code);
        if (!string.IsNullOrEmpty(Area)) stations = AreaSet.Of(Area).Of(stations, s => s.Code);
        if (Kind is "special" or "regular") stations = stations.Where(s => s.Special == (Kind == "special"));
        if (StationNames.State(State) is { } state) stations = stations.Where(s => s.State == state);
        if (Place is "known" or "unknown") stations = stations.Where(s => (s.Latitude != null) == (Place == "known"));
        if (!string.IsNullOrWhiteSpace(Search)) stations = await SearchedAsync(database, stations, Search.Trim(), cancel);
        var rows =
            from station in stations
            join village in database.Set<Area>() on station.Code.Substring(0, 13) equals village.Code into villages
            from village in villages.DefaultIfEmpty()
            select new StationRow
            {
                Code = station.Code, Special = station.Special, State = station.State, Place = station.Place,
                HasPosition = station.Latitude != null, Village = village!.Name,
                Voters = station.Voters, VotersMen = station.VotersMen, VotersWomen = station.VotersWomen,
                Turnout = station.Turnout, TurnoutMen = station.TurnoutMen, TurnoutWomen = station.TurnoutWomen,
            };
        return Ordered(rows);
    }

    // Villages are found first: 'contains' over 200 names is nothing, over 15,000 joined rows it is felt.
    private async Task<IQueryable<Station>> SearchedAsync(
        Database database, IQueryable<Station> stations, string search, CancellationToken cancel)
    {
        if (char.IsAsciiDigit(search[0])) return stations.Where(s => s.Code.StartsWith(search) || s.Code.EndsWith("." + search));
        var lower = search.ToLowerInvariant();
        var root = string.IsNullOrEmpty(Area) ? "" : Area;
        var villages = await database.Set<Area>().Where(a => a.Code.Length == 13 && a.Code.StartsWith(root))
            .Where(a => a.Name != null && TextFunctions.Lower(a.Name).Contains(lower)).Select(a => a.Code).Take(500).ToListAsync(cancel);
        return stations.Where(s =>
            villages.Contains(s.Code.Substring(0, 13)) || (s.Place != null && TextFunctions.Lower(s.Place).Contains(lower)));
    }

    private IQueryable<StationRow> Ordered(IQueryable<StationRow> rows) => Sort switch
    {
        "-kode" => rows.OrderByDescending(r => r.Code),
        "desa" => rows.OrderBy(r => r.Village).ThenBy(r => r.Code),
        "-desa" => rows.OrderByDescending(r => r.Village).ThenByDescending(r => r.Code),
        "tempat" => rows.OrderBy(r => r.Place == null).ThenBy(r => r.Place).ThenBy(r => r.Code),
        "-tempat" => rows.OrderBy(r => r.Place == null).ThenByDescending(r => r.Place).ThenByDescending(r => r.Code),
        "pemilih" => rows.OrderBy(r => r.Voters == null).ThenBy(r => r.Voters).ThenBy(r => r.Code),
        "-pemilih" => rows.OrderBy(r => r.Voters == null).ThenByDescending(r => r.Voters).ThenByDescending(r => r.Code),
        "status" => rows.OrderBy(r => r.State).ThenBy(r => r.Code),
        "-status" => rows.OrderByDescending(r => r.State).ThenByDescending(r => r.Code),
        _ => rows.OrderBy(r => r.Code),
    };
}

/// <summary>One row of the list.</summary>
internal sealed class StationRow
{
    public required string Code { get; init; }

    public required bool Special { get; init; }

    public required StationState State { get; init; }

    public required string? Place { get; init; }

    public required bool HasPosition { get; init; }

    public required string? Village { get; init; }

    public required int? Voters { get; init; }

    public required int? VotersMen { get; init; }

    public required int? VotersWomen { get; init; }

    public required int? Turnout { get; init; }

    public required int? TurnoutMen { get; init; }

    public required int? TurnoutWomen { get; init; }
}
