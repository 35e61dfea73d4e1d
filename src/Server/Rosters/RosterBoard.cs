using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>Somebody on a shift, as a list shows it.</summary>
/// <param name="Of">The row.</param>
/// <param name="Who">The office with its agency, or the name.</param>
/// <param name="Holder">Who holds the office today; null where nobody does, or where a name stands.</param>
/// <param name="Key">What makes two rows the same person.</param>
/// <param name="IsMine">Of an office that the reader holds.</param>
public sealed record PostView(DutyPost Of, string Who, string? Holder, string Key, bool IsMine)
{
    /// <summary>The office is vacant, so nobody is there.</summary>
    public bool IsVacant => Of.OfficeId is not null && Holder is null;
}

/// <summary>A shift with who is on it.</summary>
public sealed record ShiftView(DutyShift Of, Roster Roster, ImmutableArray<PostView> Posts)
{
    public IEnumerable<PostView> OnDuty => Posts.Where(p => !p.Of.IsStandby);

    public IEnumerable<PostView> Standby => Posts.Where(p => p.Of.IsStandby);

    public bool IsAt(DateTimeOffset at) => Of.StartsAt <= at && at < Of.EndsAt;
}

/// <summary>One person on two shifts at once.</summary>
public sealed record Overlap(string Who, ShiftView First, ShiftView Second);

/// <summary>Shifts of rosters that a reader sees, with those who are on them; whoever was replaced is no longer there.</summary>
internal sealed class RosterBoard(Database database, CurrentReader current, OfficeClock clock)
{
    /// <summary>A roster that the reader sees, and the office by which he keeps it.</summary>
    public async Task<(Roster Roster, HeldOffice? Keeper)?> FindAsync(Guid id, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        return await RosterScope.Of(database, reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } roster ? (roster, RosterScope.KeeperOf(reader, roster)) : null;
    }

    /// <summary>A shift of such a roster.</summary>
    public async Task<ShiftView?> ShiftAsync(Guid id, CancellationToken cancel) =>
        (await ViewsAsync((await ShiftsAsync(cancel)).Where(s => s.Id == id), cancel)).SingleOrDefault();

    /// <summary>Shifts of one roster, or of all that the reader sees, which touch the span; in their order.</summary>
    public async Task<List<ShiftView>> BetweenAsync(Guid? roster, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        await ViewsAsync((await ShiftsAsync(cancel)).Where(s => s.EndsAt > from && s.StartsAt < to && (roster == null || s.RosterId == roster)), cancel);

    /// <summary>Who was there before, by the row that was replaced.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReplacedAsync(Guid shift, CancellationToken cancel)
    {
        var posts = await database.Set<DutyPost>().AsNoTracking().Where(p => p.ShiftId == shift && p.ReplacedAt != null).ToListAsync(cancel);
        var offices = await PostedOffices.OfAsync(database, [.. posts.Select(p => p.OfficeId).OfType<Guid>().Distinct()], clock.Today, cancel);
        return posts.ToDictionary(p => p.Id, p => p.OfficeId is { } id ? offices[id].Title : p.Name ?? "–");
    }

    /// <summary>Every roster that the reader sees and that is not over.</summary>
    public async Task<List<Roster>> RostersAsync(CancellationToken cancel)
    {
        var yesterday = clock.Today.AddDays(-1);
        return await RosterScope.Of(database, await current.GetSignedInAsync()).AsNoTracking().Where(r => r.To >= yesterday).OrderByDescending(r => r.IsDesk).ThenBy(r => r.AreaCode).ThenBy(r => r.Name).ToListAsync(cancel);
    }

    /// <summary>Hours of a roster within a span in which nobody is on duty: of one round the clock any hour of its period, of another those of its shifts.</summary>
    public List<(DateTimeOffset Start, DateTimeOffset End)> Gaps(Roster roster, IReadOnlyCollection<ShiftView> shifts, DateTimeOffset since, DateTimeOffset until)
    {
        // An office that nobody holds watches nothing.
        var watched = shifts.Where(s => s.OnDuty.Any(p => !p.IsVacant)).ToList();
        if (!roster.RoundTheClock) return [.. shifts.Except(watched).Where(s => s.Of.EndsAt > since && s.Of.StartsAt < until).Select(s => (s.Of.StartsAt, s.Of.EndsAt))];
        var (first, last) = (ShiftTimes.At(roster.From, roster.DayBegins, clock.Zone), ShiftTimes.At(roster.To.AddDays(1), roster.DayBegins, clock.Zone));
        return ShiftTimes.Uncovered(first > since ? first : since, last < until ? last : until, watched.Select(s => (s.Of.StartsAt, s.Of.EndsAt)));
    }

    /// <summary>People who are on two of these shifts at once, each pair told once.</summary>
    public static List<Overlap> Overlaps(IEnumerable<ShiftView> shifts) =>
    [
        .. shifts.SelectMany(s => s.Posts.Select(p => (Shift: s, Post: p))).GroupBy(x => x.Post.Key, StringComparer.Ordinal).SelectMany(g =>
        {
            var of = g.OrderBy(x => x.Shift.Of.StartsAt).ToList();
            return Enumerable.Range(1, of.Count - 1).Where(i => of[i].Shift.Of.Id != of[i - 1].Shift.Of.Id && of[i].Shift.Of.StartsAt < of[i - 1].Shift.Of.EndsAt)
                .Select(i => new Overlap(of[i].Post.Holder ?? of[i].Post.Who, of[i - 1].Shift, of[i].Shift));
        }),
    ];

    private async Task<IQueryable<DutyShift>> ShiftsAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var seen = RosterScope.Of(database, await current.GetSignedInAsync()).Select(r => r.Id);
        return database.Set<DutyShift>().AsNoTracking().Where(s => seen.Contains(s.RosterId));
    }

    private async Task<List<ShiftView>> ViewsAsync(IQueryable<DutyShift> asked, CancellationToken cancel)
    {
        var shifts = await asked.Include(s => s.Roster).Include(s => s.Posts.Where(p => p.ReplacedAt == null)).OrderBy(s => s.StartsAt).ThenBy(s => s.EndsAt).ToListAsync(cancel);
        if (shifts.Count == 0) return [];
        var reader = await current.GetSignedInAsync();
        var phones = reader.May(RostersPermissions.Contact);
        var offices = await PostedOffices.OfAsync(database, [.. shifts.SelectMany(s => s.Posts).Select(p => p.OfficeId).OfType<Guid>().Distinct()], clock.Today, cancel);
        return
        [
            .. shifts.Select(s => new ShiftView(s, s.Roster!, [.. s.Posts.OrderBy(p => p.IsStandby).ThenBy(p => p.Id).Select(p => View(p, offices, reader, phones))])),
        ];
    }

    private static PostView View(DutyPost post, IReadOnlyDictionary<Guid, PostedOffice> offices, Reader reader, bool phones)
    {
        // Whoever may not read numbers never has them on the way.
        if (!phones) post.Phone = null;
        var office = post.OfficeId is { } id ? offices.GetValueOrDefault(id) : null;
        var key = office is null ? $"n {new FoldedName(post.Name ?? "").Joined}" : office.PersonId is { } person ? $"p {person}" : $"o {office.Id}";
        return new PostView(post, office?.Title ?? post.Name ?? "–", office?.Holder, key, reader.Offices.Any(o => o.OfficeId == post.OfficeId));
    }
}
