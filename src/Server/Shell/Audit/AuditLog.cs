using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>Adds to the log. The entry is saved with the change that it tells of, in the caller's transaction.</summary>
public sealed class AuditLog(Database database, CurrentReader current, TimeProvider clock)
{
    /// <summary>Adds an entry to what the caller is about to save.</summary>
    /// <param name="action">What was done, <c>stations.change</c>.</param>
    /// <param name="subject">To what: an id or a code.</param>
    /// <param name="areaCode">The area that it concerns.</param>
    /// <param name="details">Counts and settings as JSON, without names.</param>
    /// <param name="digest">SHA-256 of what changed, hexadecimal.</param>
    /// <param name="tell">Those with this permission over the area see it at once, by the feed; null tells nobody.</param>
    public async Task AddAsync(
        string action, string subject, string? areaCode = null, string? details = null, string? digest = null, string? tell = null)
    {
        var reader = await current.GetAsync();
        if (tell is not null) database.Announce(tell, subject, areaCode, clock.GetUtcNow());
        var entry = new AuditEntry
        {
            At = clock.GetUtcNow(),
            AccountId = reader.AccountId,
            OfficeId = reader.Offices.IsEmpty ? null : reader.Offices[0].OfficeId,
            Action = action,
            Subject = subject,
            AreaCode = areaCode,
            Details = details,
            Digest = digest,
        };
        database.Add(entry);
        database.Add(new AuditPending { Entry = entry });
    }

    /// <summary>Writes many entries at once, in the transaction that is open; their ids were asked for by <see cref="Ids"/>.</summary>
    internal static void Write(Database database, IReadOnlyList<AuditEntry> entries, long[] ids)
    {
        var numbered = WithIds(entries, ids);
        ManyRows.Add(database, RowsOf(numbered), new Rows(nameof(AuditPending), new Column(nameof(AuditPending.EntryId), numbered.Select(e => e.Id).ToArray())));
    }

    /// <summary>Asks for the ids of so many entries.</summary>
    internal static Asked Ids(int count, params string[] others) => new(nameof(AuditEntry), nameof(AuditEntry.Id), count, others);

    internal static IReadOnlyList<AuditEntry> WithIds(IReadOnlyList<AuditEntry> entries, long[] ids) =>
        [.. entries.Select((e, i) => new AuditEntry { Id = ids[i], At = e.At, AccountId = e.AccountId, OfficeId = e.OfficeId, Action = e.Action, Subject = e.Subject, AreaCode = e.AreaCode, Details = e.Details, Digest = e.Digest })];

    internal static Rows RowsOf(IReadOnlyList<AuditEntry> entries) => new(
        nameof(AuditEntry),
        new(nameof(AuditEntry.Id), entries.Select(e => e.Id).ToArray()),
        new(nameof(AuditEntry.At), entries.Select(e => e.At.UtcTicks).ToArray()),
        new(nameof(AuditEntry.AccountId), entries.Select(e => e.AccountId).ToArray()),
        new(nameof(AuditEntry.OfficeId), entries.Select(e => e.OfficeId).ToArray()),
        new(nameof(AuditEntry.Action), entries.Select(e => e.Action).ToArray()),
        new(nameof(AuditEntry.Subject), entries.Select(e => e.Subject).ToArray()),
        new(nameof(AuditEntry.AreaCode), entries.Select(e => e.AreaCode).ToArray()),
        new(nameof(AuditEntry.Details), entries.Select(e => e.Details).ToArray()),
        new(nameof(AuditEntry.Digest), entries.Select(e => e.Digest).ToArray()));
}
