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
    public static Task<List<AuditPending>> PendingAsync(Database database, CancellationToken cancel) =>
        database.Set<AuditPending>().Include(p => p.Entry).OrderBy(p => p.EntryId).Take(MostAtOnce).ToListAsync(cancel);

    /// <summary>Adds their seals to what the caller saves; once that is committed, <see cref="Advance"/>.</summary>
    public (long Position, string Hash) Seal(Database database, IReadOnlyList<AuditPending> pending)
    {
        var (position, hash) = (_position, _hash);
        foreach (var waiting in pending)
        {
            hash = AuditChain.Hash(hash, ++position, waiting.Entry!);
            database.Add(new AuditSeal { Position = position, EntryId = waiting.EntryId, Hash = hash });
            database.Remove(waiting);
        }

        return (position, hash);
    }

    /// <summary>What was sealed is committed.</summary>
    public void Advance((long Position, string Hash) end) => (_position, _hash) = end;
}
