using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>Names of people and offices by the ids that the log holds; what was deleted since has none.</summary>
public delegate Task<(IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<Guid, string> Offices)> NameReaders(
    IReadOnlyCollection<Guid> accounts, IReadOnlyCollection<Guid> offices, CancellationToken cancel);

/// <summary>One opening of something that is Terbatas.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What was done, <c>guardplan.open</c>.</param>
/// <param name="Person">Who; null where the account is no more.</param>
/// <param name="Office">By which office.</param>
public sealed record Opening(DateTimeOffset At, string Action, string? Person, string? Office);

/// <summary>Tells the owner of something that is Terbatas who has opened it: the log has ids, names are looked up here.</summary>
public static class WhoOpened
{
    /// <summary>A page of openings, the newest first, and how many there are in all.</summary>
    public static async Task<(IReadOnlyList<Opening> Shown, int Total)> ReadAsync(
        Database database, NameReaders names, string subject, IReadOnlyList<string> actions, int page, int size, CancellationToken cancel)
    {
        var entries = database.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == subject && actions.Contains(e.Action));
        var total = await entries.CountAsync(cancel);
        var rows = await entries.OrderByDescending(e => e.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancel);
        var (people, offices) = await names(
            [.. rows.Select(r => r.AccountId).OfType<Guid>().Distinct()], [.. rows.Select(r => r.OfficeId).OfType<Guid>().Distinct()], cancel);
        return (
            [
                .. rows.Select(r => new Opening(
                    r.At, r.Action, r.AccountId is { } account ? people.GetValueOrDefault(account) : null,
                    r.OfficeId is { } office ? offices.GetValueOrDefault(office) : null)),
            ],
            total);
    }
}
