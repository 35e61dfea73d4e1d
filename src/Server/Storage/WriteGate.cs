using Microsoft.EntityFrameworkCore.Storage;

namespace TigaPilar.Server.Storage;

/// <summary>Lets one writer of the process through at a time where the engine asks for it, and all where it does not.</summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _turn = oneAtATime ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Beats when this process has committed.</summary>
    public WritePulse Pulse { get; } = new();

    /// <summary>What this process committed that rights follow from.</summary>
    public RightsVersion Rights { get; } = new();

    /// <summary>Waits for the turn; disposing what comes back passes it on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        if (_turn is null) return Turn.Free;
        await _turn.WaitAsync(cancel);
        return new Turn(_turn);
    }

    /// <summary>As <see cref="EnterAsync"/>, for callers that can not await.</summary>
    public IDisposable Enter()
    {
        if (_turn is null) return Turn.Free;
        _turn.Wait();
        return new Turn(_turn);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn?.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public static readonly Turn Free = new(null);
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}

/// <summary>A transaction that writes, and the turn that it holds. Without <see cref="CommitAsync"/> all is undone.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable turn, Action committed) : IAsyncDisposable, IDisposable
{
    public async Task CommitAsync(CancellationToken cancel)
    {
        await transaction.CommitAsync(cancel);
        committed();
    }

    /// <summary>As <see cref="CommitAsync"/>, on a thread that writes and does nothing else.</summary>
    public void Commit()
    {
        transaction.Commit();
        committed();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        transaction.Dispose();
        turn.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn.Dispose();
    }
}
