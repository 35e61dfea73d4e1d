using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Forums;

/// <summary>An office in a forum and who holds it today.</summary>
public sealed record ForumSeat(ForumPart Part, OfficeRow Office, string? PillarCode, Guid? FieldId);

/// <summary>A forum as it sits today.</summary>
/// <param name="Forum">The forum itself.</param>
/// <param name="Seats">Chair first.</param>
/// <param name="Missing">Names of the pillars of which no office belongs to it; those invited do not count.</param>
public sealed record ForumRow(Forum Forum, ImmutableArray<ForumSeat> Seats, ImmutableArray<string> Missing)
{
    public ForumSeat? Chair => Seats.FirstOrDefault(s => s.Part == ForumPart.Chair);
}

/// <summary>Forums over an area that holds, or lies in, one of the reader's.</summary>
internal static class ForumList
{
    /// <summary>Those that sit on the day or are to, from the kabupaten down.</summary>
    public static async Task<IReadOnlyList<ForumRow>> ReadAsync(Database database, Reader reader, DateOnly day, CancellationToken cancel) =>
        await RowsAsync(database, database.Set<Forum>().Where(f => f.To == null || f.To >= day), reader, day, cancel);

    /// <summary>One forum, also one that has ended; null where there is none for this reader.</summary>
    public static async Task<ForumRow?> FindAsync(Database database, Reader reader, DateOnly day, Guid forum, CancellationToken cancel) =>
        (await RowsAsync(database, database.Set<Forum>().Where(f => f.Id == forum), reader, day, cancel)).SingleOrDefault();

    /// <summary>Every Desk that the reader sees, ended ones too: the one of today first, then the newest.</summary>
    public static async Task<IReadOnlyList<ForumRow>> DesksAsync(Database database, Reader reader, DateOnly day, CancellationToken cancel) =>
        [.. (await RowsAsync(database, database.Set<Forum>().Where(f => f.Kind == ForumKind.Desk), reader, day, cancel)).OrderByDescending(r => r.Forum.RunsOn(day)).ThenByDescending(r => r.Forum.From)];

    private static async Task<List<ForumRow>> RowsAsync(
        Database database, IQueryable<Forum> asked, Reader reader, DateOnly day, CancellationToken cancel)
    {
        var readable = reader.AreasOf(ForumsPermissions.Read);
        var forums = (await asked.AsNoTracking().Include(f => f.Members).Include(f => f.Fields).Include(f => f.Duties).AsSplitQuery().ToListAsync(cancel)).Where(f => readable.Touches(f.AreaCode)).ToList();
        var pillars = await database.Set<Pillar>().AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancel);
        var ids = forums.SelectMany(f => f.Members).Select(m => m.OfficeId).Distinct().ToList();
        // Whoever reads a forum reads all who sit in it, wherever they serve.
        var offices = (await OfficeList.NamedAsync(database, ids, day, cancel)).ToDictionary(o => o.Id);
        var pillarOf = await database.Set<Office>().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Agency!.PillarCode }).ToDictionaryAsync(o => o.Id, o => o.PillarCode, cancel);
        return
        [
            .. forums.OrderBy(f => f.AreaCode, StringComparer.Ordinal).ThenBy(f => f.Kind).ThenBy(f => f.Name, StringComparer.CurrentCulture).Select(forum =>
            {
                var seats = forum.Members.Select(m => new ForumSeat(m.Part, offices[m.OfficeId], pillarOf[m.OfficeId], m.FieldId))
                    .OrderBy(s => s.Part).ThenBy(s => s.Office.Level).ThenBy(s => s.Office.Title, StringComparer.CurrentCulture).ToImmutableArray();
                var present = seats.Where(s => s.Part != ForumPart.Invited).Select(s => s.PillarCode).ToHashSet(StringComparer.Ordinal);
                return new ForumRow(forum, seats, [.. pillars.Where(p => !present.Contains(p.Code)).Select(p => p.Name)]);
            }),
        ];
    }
}
