using System.Threading.Channels;

namespace TigaPilar.Server.Storage;

/// <summary>Wakes one who waits for this process to have committed something.</summary>
public sealed class WritePulse
{
    private readonly Channel<bool> _beat = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was committed.</summary>
    public void Beat() => _beat.Writer.TryWrite(true);

    /// <summary>Waits for the next commit of this process, but no longer than <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beat = _beat.Reader.WaitToReadAsync(end.Token).AsTask();
        await Task.WhenAny(beat, Task.Delay(longest, end.Token));
        _beat.Reader.TryRead(out _);
        await end.CancelAsync();
        await beat.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        cancel.ThrowIfCancellationRequested();
    }
}
