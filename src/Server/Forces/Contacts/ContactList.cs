using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contacts;

/// <summary>A station with its contact, where there is one.</summary>
public sealed record ContactRow(string Station, string Village, StationContact? Contact);

/// <summary>What the list of contacts shows: all of it stands in the page's address.</summary>
/// <remarks>The status is one of <see cref="States"/>.</remarks>
internal sealed record ContactListQuery(string? Election, string? Area, string? Search, string? Status, int Page)
{
    public const int PageSize = 50;

    public static readonly string[] States = ["", "tanpa", "belum", "sudah"];

    public string Address(int page) => "/kontak" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["pemilihan"] = Election, ["di"] = Area, ["cari"] = Search, ["status"] = Status,
        ["halaman"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public List<ContactRow> Of(IEnumerable<ContactRow> rows)
    {
        var words = Search?.Trim() ?? "";
        return
        [
            .. rows.Where(r => string.IsNullOrEmpty(Area) || AreaSet.IsWithin(r.Station, Area))
                .Where(r => words.Length == 0 || r.Station.Contains(words, StringComparison.Ordinal) || r.Village.Contains(words, StringComparison.OrdinalIgnoreCase)
                    || r.Contact?.Name.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
                .Where(r => Status switch
                {
                    "tanpa" => r.Contact is null,
                    "belum" => r.Contact is { ReachedAt: null },
                    "sudah" => r.Contact is { ReachedAt: not null },
                    _ => true,
                }),
        ];
    }

    /// <summary>Every station of the election within the areas, by code.</summary>
    public static async Task<List<ContactRow>> AllAsync(Database database, ElectionName election, AreaSet areas, NameAreas names, CancellationToken cancel)
    {
        var codes = await StationCodes.CodesAsync(database, election.Id, areas, cancel);
        var contacts = await areas.Of(database.Set<StationContact>().AsNoTracking().Where(c => c.ElectionId == election.Id), c => c.StationCode)
            .ToDictionaryAsync(c => c.StationCode, StringComparer.Ordinal, cancel);
        var villages = await names([.. codes.Select(AreaCode.VillageOf).Distinct(StringComparer.Ordinal)], cancel);
        return [.. codes.Select(c => new ContactRow(c, villages.GetValueOrDefault(AreaCode.VillageOf(c)) ?? AreaCode.VillageOf(c), contacts.GetValueOrDefault(c)))];
    }
}
