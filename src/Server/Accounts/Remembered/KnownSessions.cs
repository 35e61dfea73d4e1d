using System.Collections.Concurrent;
using System.Security.Claims;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts.Remembered;

/// <summary>Whose session a cookie is, and by which offices.</summary>
internal sealed record KnownSession(Reader Reader, bool PledgeDue);

/// <summary>
/// Remembers for two seconds, as streams do, who is behind a cookie, for the routes by which thousands send in the same
/// minute (<see cref="RemembersReaderAttribute"/>): four questions each would cost more than what they send. What this
/// process commits to accounts, phones or offices ends it at once; what another one does, within the two. Pages ask each time.
/// </summary>
internal sealed class KnownSessions(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
{
    private const int Many = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>Null where the session has ended.</summary>
    public Task<KnownSession?> OfAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        var key = SignedInReader.KeyOf(principal);
        if (!_known.TryGetValue(key, out var entry) || !Holds(entry))
        {
            if (_known.Count > Many) foreach (var (old, one) in _known) if (!Holds(one)) _known.TryRemove(old, out _);
            // The count is read before the question is asked: what is committed meanwhile makes it void.
            entry = new Entry(gate.Rights.Now, clock.GetTimestamp(), new(() => Task.Run(() => AskAsync(principal))));
            _known[key] = entry;
        }

        return entry.Session.Value.WaitAsync(cancel);
    }

    private bool Holds(Entry entry) => entry.Rights == gate.Rights.Now && clock.GetElapsedTime(entry.At) < Kept && !(entry.Session.IsValueCreated && entry.Session.Value.IsFaulted);

    // For all who wait, so by a database of its own, and not ended with one of them; nor on the thread of the first, which
    // the others would wait for.
    private async Task<KnownSession?> AskAsync(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await SignedInReader.SessionOfAsync(scope.ServiceProvider, principal, CancellationToken.None);
    }

    private sealed record Entry(long Rights, long At, Lazy<Task<KnownSession?>> Session);
}
