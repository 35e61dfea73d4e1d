using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>Puts saved entries into the chain, in the sequencer's own batches: one writer, one order.</summary>
internal sealed class AuditSealer
{
    private const int MostAtOnce = 1000;
    private string _hash = AuditChain.Start;
    private long _position;

    /// <summary>Where the chain ends, as it is stored.</summary>
    public static async Task<AuditSealer> AtEndAsync(Database database, CancellationToken cancel)
    {
        var last = await database.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Position).FirstOrDefaultAsync(cancel);
        return last is null ? new AuditSealer() : new AuditSealer { _position = last.Position, _hash = last.Hash };
    }

    /// <summary>Entries that wait, oldest first.</summary>
    public static List<AuditPending> Pending(Database database) =>
        [.. database.Set<AuditPending>().AsNoTracking().Include(p => p.Entry).OrderBy(p => p.EntryId).Take(MostAtOnce)];

    /// <summary>
    /// The seals of entries that waited, and then of new ones, and where the chain ends with them; once they are committed,
    /// <see cref="Advance"/>.
    /// </summary>
    public (Rows Seals, (long Position, string Hash) End) Seal(IReadOnlyList<AuditPending> waited, IReadOnlyList<AuditEntry> fresh)
    {
        var (position, hash) = (_position, _hash);
        AuditEntry[] entries = [.. waited.Select(p => p.Entry!), .. fresh];
        var hashes = new string[entries.Length];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = hash = AuditChain.Hash(hash, ++position, entries[i]);
        return (
            new(
                nameof(AuditSeal),
                new(nameof(AuditSeal.Position), entries.Select((_, i) => _position + 1 + i).ToArray()),
                new(nameof(AuditSeal.EntryId), entries.Select(e => e.Id).ToArray()),
                new(nameof(AuditSeal.Hash), hashes)),
            (position, hash));
    }

    /// <summary>What was sealed is committed.</summary>
    public void Advance((long Position, string Hash) end) => (_position, _hash) = end;
}
