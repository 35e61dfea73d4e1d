using System.CommandLine;
using TigaPilar.Server.Accounts;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Risk.Totals;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server;

/// <summary>Starts the server: the program's own work when no command is named.</summary>
internal static class ServeModule
{
    private static readonly Option<bool> Empty = new("--empty") { Description = "Start without the sample kabupaten; a one-time address makes the first administrator." };

    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "Address to listen on. Anything but this machine itself wants TIGAPILAR_URL, the public https address.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TIGAPILAR_LISTEN") is { Length: > 0 } named ? named : "http://localhost:5080",
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Empty);
        root.Options.Add(Listen);
        root.SetAction((parsed, cancel) => ServeAsync(
            parsed.GetValue(Empty), parsed.GetValue(Listen)!,
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        root.Subcommands.Add(SampleCodes());
    }

    private static Command SampleCodes()
    {
        var command = new Command("codes", "Show the sample's accounts and the six digits that each needs now.");
        command.SetAction(parsed =>
        {
            var accounts = SampleAccountFile.Read(StorageSettings.FromEnvironment().Folder);
            SampleReply.Write(parsed.InvocationConfiguration.Output, accounts, TimeProvider.System.GetUtcNow());
            return accounts.Count == 0 ? ExitCode.BadInput : ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> ServeAsync(bool empty, string listen, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (Addresses.Problem(listen, Environment.GetEnvironmentVariable("TIGAPILAR_URL"), out var publicUrl) is { } wrong)
        {
            await error.WriteLineAsync($"error: {wrong}");
            return ExitCode.BadInput;
        }

        if ((OfficeClock.Problem ?? SmallNumberRule.Problem ?? MailSettings.Problem) is { } setting)
        {
            await error.WriteLineAsync($"error: {setting}");
            return ExitCode.BadInput;
        }

        if (await Addresses.IsTakenAsync(listen, cancel))
        {
            await error.WriteLineAsync($"error: {listen} is in use by another program; end it, or choose another with --listen http://localhost:5081.");
            return ExitCode.BadInput;
        }

        var storage = StorageSettings.FromEnvironment();
        await using var app = WebServer.Build(new ServerSettings(storage, listen, publicUrl, MailSettings.FromEnvironment()));
        if (await StorageModule.ObstacleAsync(app.Services, cancel) is { } obstacle)
        {
            await error.WriteLineAsync($"error: {obstacle}");
            return ExitCode.BadInput;
        }

        var (accounts, code) = await PrepareAsync(app.Services, storage, empty, cancel);
        if (accounts.Count > 0 && Addresses.IsOpenToOthers(listen, publicUrl))
        {
            await error.WriteLineAsync($"error: the sample's accounts are printed for all to read, so it is served on this machine alone; {publicUrl?.ToString() ?? listen} is open to others. Start an own installation with --empty.");
            return ExitCode.BadInput;
        }

        await app.StartAsync(cancel);
        await output.WriteLineAsync($"Tiga Pilar: {publicUrl ?? new Uri(listen)}");
        if (accounts.Count > 0) SampleReply.Write(output, accounts, TimeProvider.System.GetUtcNow());
        if (code is not null) await output.WriteLineAsync($"Buka sekali untuk membuat administrator / open once to make the administrator:\n  {new Uri(publicUrl ?? new Uri(listen), $"/awal/{code}")}");
        await output.WriteLineAsync("Ctrl-C untuk berhenti / to stop.");
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Ok;
    }

    private static async Task<(IReadOnlyList<SampleAccount> Accounts, string? Code)> PrepareAsync(
        IServiceProvider services, StorageSettings storage, bool empty, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<AccountMaker>();
        if (maker.HasAny) return (SampleAccountFile.Read(storage.Folder), null);
        if (empty) return ([], services.GetRequiredService<FirstRunCode>().Open());
        var accounts = await scope.ServiceProvider.GetRequiredService<SampleKabupaten>().LoadAsync(
            Path.Combine(AppContext.BaseDirectory, "sample"), cancel, made => SampleAccountFile.Write(storage.Folder, made));
        return (accounts, null);
    }
}
