using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Risk.Totals;

/// <summary>A kecamatan as the public reads it: figures by class, null where the small-number rule hides them.</summary>
public sealed record PublicRow(string Area, int Stations, (int KurangRawan, int Rawan, int SangatRawan, int Khusus)? Figures);

/// <summary>What is public of an election in a kabupaten.</summary>
public sealed record PublicRelease(ElectionName Election, string Area, DateOnly Day, string Office, ImmutableArray<PublicRow> Rows);

/// <summary>What was released and not withdrawn, as far as the small-number rule lets it be read.</summary>
public static class PublicTotals
{
    /// <summary>The release in force of each election and kabupaten.</summary>
    public static async Task<List<PublicRelease>> AllAsync(Database database, CancellationToken cancel)
    {
        var elections = await ElectionQueries.AllAsync(database, cancel);
        var newest = database.Set<ClassRelease>().GroupBy(r => new { r.ElectionId, r.AreaCode }).Select(g => g.Max(r => r.Id));
        var releases = await database.Set<ClassRelease>().AsNoTracking().Include(r => r.Totals).Where(r => newest.Contains(r.Id) && r.WithdrawnAt == null).ToListAsync(cancel);
        return
        [
            .. elections.SelectMany(e => releases.Where(r => r.ElectionId == e.Id).OrderBy(r => r.AreaCode, StringComparer.Ordinal)
                .Select(r => new PublicRelease(e, r.AreaCode, r.Day, r.Office, [.. r.Totals.OrderBy(t => t.AreaCode, StringComparer.Ordinal).Select(Row)]))),
        ];
    }

    /// <summary>Whether the figures of a kecamatan stay hidden.</summary>
    public static bool Hides(int vulnerable) => vulnerable < SmallNumberRule.Fewest;

    // 'Kurang rawan' is hidden with the others: it is the total less them.
    private static PublicRow Row(ReleasedTotals t) =>
        new(t.AreaCode, t.Stations, Hides(t.Rawan + t.SangatRawan + t.Khusus) ? null : (t.KurangRawan, t.Rawan, t.SangatRawan, t.Khusus));
}
