using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>What a look through the whole chain has shown.</summary>
/// <param name="Sealed">Entries in the chain.</param>
/// <param name="Unsealed">Entries that were saved and not sealed yet.</param>
/// <param name="UnsealedSince">When the oldest of them was saved.</param>
/// <param name="Heads">Signed heads that the chain was held against.</param>
/// <param name="Problems">What does not fit, by place; empty where all is as it was written.</param>
internal sealed record AuditReport(long Sealed, int Unsealed, DateTimeOffset? UnsealedSince, int Heads, ImmutableArray<string> Problems);

/// <summary>
/// Looks for any entry that was changed, removed, inserted or put elsewhere since it was sealed. What was done to a chain
/// that was then made anew, or cut, is seen by the heads: nobody can sign them who has the database alone.
/// </summary>
internal sealed class AuditVerifier
{
    private const int MostAtOnce = 5000;

    /// <summary>More are counted, not told: one cause makes many.</summary>
    private const int MostTold = 200;

    // Clocks of two nodes differ a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private readonly List<string> _problems = [];
    private readonly Dictionary<long, string> _hashAt = [];
    private int _untold;

    public static async Task<AuditReport> RunAsync(Database database, IReadOnlyList<AuditHead> heads, IReadOnlySet<string>? trusted, CancellationToken cancel)
    {
        var verifier = new AuditVerifier();
        // One picture of the whole log, while others write on.
        await using var snapshot = await database.Database.BeginTransactionAsync(
            database.Database.IsSqlite() ? System.Data.IsolationLevel.Serializable : System.Data.IsolationLevel.RepeatableRead, cancel);
        var end = await verifier.ChainAsync(database, [.. heads.Select(h => h.Position)], cancel);
        verifier.Heads(heads, end, trusted);
        var (unsealed, since) = await verifier.UnsealedAsync(database, heads, cancel);
        if (verifier._untold > 0) verifier._problems.Add(string.Create(CultureInfo.InvariantCulture, $"and {verifier._untold} more of the same kind"));
        return new AuditReport(end, unsealed, since, heads.Count, [.. verifier._problems]);
    }

    private async Task<long> ChainAsync(Database database, HashSet<long> wanted, CancellationToken cancel)
    {
        var (position, hash) = (0L, AuditChain.Start);
        while (true)
        {
            var after = position;
            var seals = await database.Set<AuditSeal>().AsNoTracking().Where(s => s.Position > after).OrderBy(s => s.Position).Take(MostAtOnce).ToListAsync(cancel);
            if (seals.Count == 0) return position;
            var ids = seals.Select(s => s.EntryId).ToList();
            var entries = await database.Set<AuditEntry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
            foreach (var seal in seals)
            {
                if (seal.Position != position + 1)
                    Add($"positions {position + 1} to {seal.Position - 1}: missing; entries before entry {seal.EntryId} were removed");
                if (!entries.TryGetValue(seal.EntryId, out var entry)) Add($"entry {seal.EntryId} (position {seal.Position}): removed");
                else if (seal.Position == position + 1 && AuditChain.Hash(hash, seal.Position, entry) != seal.Hash)
                    Add($"entry {seal.EntryId} (position {seal.Position}, {entry.At:yyyy-MM-dd HH:mm:ss}Z, {entry.Action}): not what was sealed; it or its place was changed");
                (position, hash) = (seal.Position, seal.Hash);
                if (wanted.Contains(position)) _hashAt[position] = hash;
            }
        }
    }

    private void Heads(IReadOnlyList<AuditHead> heads, long end, IReadOnlySet<string>? trusted)
    {
        foreach (var head in heads.OrderBy(h => h.Position))
        {
            if (!AuditKey.IsGenuine(head) || (trusted?.Contains(head.Key) == false))
                Add($"the head of {head.At:yyyy-MM-dd HH:mm}Z (position {head.Position}): not signed by the key of this installation");
            else if (head.Position > end)
                Add($"the tail is cut: {head.Position} entries were sealed on {head.At:yyyy-MM-dd HH:mm}Z, the chain ends at {end}");
            else if (_hashAt.GetValueOrDefault(head.Position) != head.Hash)
                Add($"position {head.Position}: not the chain that was signed on {head.At:yyyy-MM-dd HH:mm}Z; something up to there was changed and the chain made anew");
        }
    }

    private async Task<(int Count, DateTimeOffset? Since)> UnsealedAsync(Database database, IReadOnlyList<AuditHead> heads, CancellationToken cancel)
    {
        var seals = database.Set<AuditSeal>();
        var waiting = database.Set<AuditPending>();
        var unsealed = await database.Set<AuditEntry>().AsNoTracking().Where(e => !seals.Any(s => s.EntryId == e.Id)).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.At, e.Action, Waits = waiting.Any(w => w.EntryId == e.Id) }).ToListAsync(cancel);
        var signed = heads.Count == 0 ? DateTimeOffset.MinValue : heads.Max(h => h.At) - Tolerance;
        foreach (var entry in unsealed)
        {
            if (!entry.Waits) Add($"entry {entry.Id} ({entry.At:yyyy-MM-dd HH:mm:ss}Z, {entry.Action}): never sealed; it was inserted past the program");
            else if (entry.At < signed) Add($"entry {entry.Id} ({entry.At:yyyy-MM-dd HH:mm:ss}Z, {entry.Action}): older than the signed head and not in it; it was inserted later");
        }

        foreach (var id in await waiting.Where(w => !database.Set<AuditEntry>().Any(e => e.Id == w.EntryId)).Select(w => w.EntryId).ToListAsync(cancel))
            Add($"entry {id}: removed before it was sealed");
        return (unsealed.Count, unsealed.Count == 0 ? null : unsealed.Min(e => e.At));
    }

    private void Add(FormattableString problem)
    {
        if (_problems.Count < MostTold) _problems.Add(FormattableString.Invariant(problem));
        else _untold++;
    }
}
