using System.CommandLine;
using System.CommandLine.Invocation;

namespace TigaPilar.Server.Shell;

/// <summary>Exit codes of every command.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A file or a value in it is wrong; standard error says which.</summary>
    public const int BadInput = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl-C: 128 + SIGINT, as shells expect.</summary>
    public const int Cancelled = 130;
}

/// <summary>Runs a command line to its exit code.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(
        RootCommand root, IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        // Without response files: in a name, @ is an @.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            // A bug shall be seen as what it is, with its stack, and not pass for bad input.
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var problem in parsed.Errors) await error.WriteLineAsync($"error: {OnOneLine(problem.Message)}");
            await error.WriteLineAsync("Add --help to see how it is used.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("cancelled; nothing was written.");
            return ExitCode.Cancelled;
        }
    }

    private static string OnOneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Gives a command its work on another thread, since Ctrl-C is only heard once the first one is free again.
    /// </summary>
    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancel) => Task.Run(() => work(parsed, cancel), cancel));
}
