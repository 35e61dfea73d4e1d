using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace TigaPilar.Bench.Feed;

/// <summary>A child of the benchmark: a node or the peer. What it acknowledged is kept, also after it was killed.</summary>
internal sealed class FeedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<Sent> _acknowledged;
    private readonly Task _reading;
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FeedProcess(Process process, ConcurrentQueue<Sent> acknowledged, int port)
    {
        (_process, _acknowledged, Port) = (process, acknowledged, port);
        _reading = Task.Run(ReadAsync);
    }

    public int Port { get; }

    public int Id => _process.Id;

    public double ProcessorSeconds => _process.TotalProcessorTime.TotalSeconds;

    public static async Task<FeedProcess> StartAsync(ConcurrentQueue<Sent> acknowledged, int port, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        // Started by the runtime's own program, the first argument is ours.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(FeedProcess).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = new FeedProcess(Process.Start(start)!, acknowledged, port);
        await process.SaidAsync(120);
        return process;
    }

    /// <summary>Writes for so long; ends when it has.</summary>
    public async Task WriteAsync(double seconds)
    {
        Begin(seconds);
        await SaidAsync(seconds + 120);
    }

    public void Begin(double seconds)
    {
        _said = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.StandardInput.WriteLine(seconds.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
    }

    /// <summary>Asks it something by a line; the line that it answers.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await _answers.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Kills it as a power cut would: nothing is said, nothing closed.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task SaidAsync(double seconds)
    {
        if (await Task.WhenAny(_said.Task, _reading, Task.Delay(TimeSpan.FromSeconds(seconds))) != _said.Task)
            throw new InvalidOperationException("A child of the benchmark does not answer; see what it printed.");
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line is "ready" or "done") _said.TrySetResult();
            // A line that a kill cut in two was not acknowledged.
            else if (line.Split(' ') is ["ack", var subject, var permission, var area]) _acknowledged.Enqueue(new Sent(subject, permission, area == "*" ? null : area));
            else if (line.StartsWith("says ", StringComparison.Ordinal)) _answers.Writer.TryWrite(line[5..]);
        }
    }
}
