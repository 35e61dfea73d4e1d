using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>One village in the list: how many it needs, has and lacks. No name, and no judgement of the place.</summary>
internal sealed record LinmasVillage(string Code, string Name, string Kecamatan, int Stations, int Need, int Named, RollState State)
{
    public int Lacking => Math.Max(0, Need - Named);
}

/// <summary>What the list of villages shows: all of it stands in the page's address.</summary>
/// <remarks>The status is one of <see cref="States"/>, the order one of <see cref="Sorts"/>; a leading minus turns it round.</remarks>
internal sealed record LinmasListQuery(string? Election, string? Area, string? Search, string? Status, string Sort, int Page)
{
    public const int PageSize = 50;

    public static readonly string[] Sorts = ["kode", "desa", "butuh", "nama", "kurang", "status"];
    public static readonly string[] States = ["", "kurang", "cukup", "draf", "dikirim", "ditetapkan"];

    public string Query
    {
        get
        {
            var address = new StringBuilder();
            foreach (var (key, value) in (IEnumerable<(string, string?)>)
                [("pemilihan", Election), ("di", Area), ("cari", Search), ("status", Status), ("urut", Sort == "kode" ? null : Sort),
                    ("halaman", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null)])
            {
                if (!string.IsNullOrEmpty(value)) address.Append(address.Length == 0 ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
            }

            return address.ToString();
        }
    }

    /// <summary>The same, sorted by a column; the second time the other way round.</summary>
    public LinmasListQuery By(string column) => this with { Sort = Sort == column ? $"-{column}" : column, Page = 1 };

    public IReadOnlyList<LinmasVillage> Of(IReadOnlyList<LinmasVillage> villages)
    {
        var words = Search?.Trim() ?? "";
        var rows = villages
            .Where(v => string.IsNullOrEmpty(Area) || AreaSet.IsWithin(v.Code, Area))
            .Where(v => words.Length == 0 || v.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
                || v.Kecamatan.Contains(words, StringComparison.OrdinalIgnoreCase) || v.Code.StartsWith(words, StringComparison.Ordinal))
            .Where(v => Status switch
            {
                "kurang" => v.Lacking > 0,
                "cukup" => v.Need > 0 && v.Lacking == 0,
                "draf" => v.State == RollState.Draft,
                "dikirim" => v.State == RollState.Sent,
                "ditetapkan" => v.State == RollState.Decided,
                _ => true,
            });
        var column = Sort.TrimStart('-');
        var down = Sort.StartsWith('-');
        return column switch
        {
            "desa" => By(v => v.Name, StringComparer.CurrentCultureIgnoreCase),
            "butuh" => By(v => v.Need, null),
            "nama" => By(v => v.Named, null),
            "kurang" => By(v => v.Lacking, null),
            "status" => By(v => v.State, null),
            _ => By(v => v.Code, StringComparer.Ordinal),
        };

        List<LinmasVillage> By<TKey>(Func<LinmasVillage, TKey> key, IComparer<TKey>? comparer) =>
            [.. (down ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer)).ThenBy(v => v.Code, StringComparer.Ordinal)];
    }
}

/// <summary>All villages of some areas with their numbers: a kabupaten has some hundreds, which are read at once.</summary>
internal static class LinmasSummary
{
    public static async Task<IReadOnlyList<LinmasVillage>> ReadAsync(Database database, ElectionName? election, AreaSet areas, CancellationToken cancel)
    {
        // Whoever serves the whole country looks at where the election is held.
        var roots = areas.IsEverywhere ? election?.Areas ?? [] : areas.Roots;
        var villages = new List<AreaName>();
        foreach (var root in roots)
        {
            if (root.Length == 13) villages.AddRange((await AreaQueries.NamesAsync(database, [root], cancel)).Values);
            else villages.AddRange(await AreaQueries.VillagesAsync(database, root, cancel));
        }

        var kecamatan = await AreaQueries.NamesAsync(database, [.. villages.Select(v => v.Code[..8]).Distinct(StringComparer.Ordinal)], cancel);
        var scope = AreaSet.Of(roots);
        var counts = (await LinmasQueries.CountsByVillageAsync(database, election?.Id, scope, cancel)).ToDictionary(c => c.VillageCode, StringComparer.Ordinal);
        var states = election is null ? [] : await scope.Of(database.Set<LinmasRoll>().AsNoTracking().Where(r => r.ElectionId == election.Id), r => r.VillageCode)
            .ToDictionaryAsync(r => r.VillageCode, r => r.State, StringComparer.Ordinal, cancel);
        return
        [
            .. villages.Select(v =>
            {
                var count = counts.GetValueOrDefault(v.Code) ?? new LinmasCount(v.Code, 0, 0, 0);
                return new LinmasVillage(
                    v.Code, v.Name ?? v.Code, kecamatan.GetValueOrDefault(v.Code[..8])?.Name ?? v.Code[..8],
                    count.Stations, count.Need, count.Named, states.GetValueOrDefault(v.Code, RollState.Draft));
            }),
        ];
    }
}
