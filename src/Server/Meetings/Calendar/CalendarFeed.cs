using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Calendar;

/// <summary>
/// An address by which a calendar fetches the meetings that a person is asked to, again and again and without signing in. One for
/// each account; of the address only the digest is kept.
/// </summary>
public sealed class CalendarFeed
{
    public required Guid AccountId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of what stands in the address, hexadecimal.</summary>
    public required string SecretDigest { get; set; }

    public required DateTimeOffset MadeAt { get; set; }
}

/// <summary>Makes, renews and takes back the reader's own address, and answers at all of them.</summary>
internal sealed class CalendarFeeds(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>When the reader's own was made; null where there is none.</summary>
    public async Task<DateTimeOffset?> MadeAtAsync(CancellationToken cancel)
    {
        var account = (await current.GetSignedInAsync()).AccountId;
        return await database.Set<CalendarFeed>().AsNoTracking().Where(f => f.AccountId == account).Select(f => (DateTimeOffset?)f.MadeAt).SingleOrDefaultAsync(cancel);
    }

    /// <summary>A new address; the one before answers nobody from now on. Shown once.</summary>
    public async Task<string> RenewAsync(CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        // 192 bits: not to be guessed.
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var (account, now) = (reader.AccountId!.Value, clock.Now.ToUniversalTime());
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<CalendarFeed>().Where(f => f.AccountId == account).ExecuteDeleteAsync(cancel);
        database.Add(new CalendarFeed { AccountId = account, PersonId = reader.PersonId!.Value, SecretDigest = Digest(secret), MadeAt = now });
        await audit.AddAsync("meetings.calendar-feed", account.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return $"/kalender/{secret}.ics";
    }

    /// <summary>Takes the address back.</summary>
    public async Task RevokeAsync(CancellationToken cancel)
    {
        var account = (await current.GetSignedInAsync()).AccountId!.Value;
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<CalendarFeed>().Where(f => f.AccountId == account).ExecuteDeleteAsync(cancel) == 0) return;
        await audit.AddAsync("meetings.calendar-feed-end", account.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// <c>/kalender/{secret}.ics</c>: for whoever has the address, as long as its account is open. What the offices that the person
    /// holds today are asked to, and what they lead or write.
    /// </summary>
    public async Task<IResult> GetAsync(string secret, HttpContext http, CancellationToken cancel)
    {
        var digest = Digest(secret);
        if (await database.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(f => f.SecretDigest == digest, cancel) is not { } feed
            || !await AccountQueries.IsOpenAsync(database, feed.AccountId, cancel)) return Results.NotFound();
        var (_, held) = await HeldOffices.OfAsync(database, feed.PersonId, clock.Today, cancel);
        var (offices, from) = (held.Select(o => o.OfficeId).ToList(), clock.Now.ToUniversalTime().AddDays(-31));
        var meetings = await database.Set<Meeting>().AsNoTracking()
            .Where(m => m.InvitedAt != null && m.StartsAt >= from
                && (offices.Contains(m.ChairOfficeId) || offices.Contains(m.SecretaryOfficeId) || m.Invitations.Any(i => offices.Contains(i.OfficeId))))
            .OrderBy(m => m.StartsAt).ToListAsync(cancel);
        return MeetingCalendar.Of(meetings, http, clock.Now, "rapat-tiga-pilar.ics");
    }

    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
