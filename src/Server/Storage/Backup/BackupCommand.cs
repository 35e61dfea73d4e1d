using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Storage.Backup;

/// <summary><c>backup</c> and <c>restore</c>: the whole installation in one file, and back.</summary>
internal static class BackupCommand
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly Argument<FileInfo> File = new("FILE") { Description = "The backup. It holds secrets: keep it as you keep a password." };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it is there." };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Put the backup in the place of the installation that is there." };
    private static readonly Option<bool> Json = new("--json") { Description = "End with one line of JSON." };

    public static Command Make()
    {
        var command = new Command("backup", "Write the whole installation into one file, while the server runs.") { Arguments = { File }, Options = { Force, Json } };
        command.SetAction((parsed, cancel) => Task.Run(() => RunAsync(parsed, BackUpAsync, cancel), cancel));
        return command;
    }

    public static Command MakeRestore()
    {
        var command = new Command("restore", "Check a backup and put it in its place: all of it, or nothing. The server must not run.") { Arguments = { File }, Options = { Replace, Json } };
        command.SetAction((parsed, cancel) => Task.Run(() => RunAsync(parsed, RestoreAsync, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, Action<string>, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var error = parsed.InvocationConfiguration.Error;
        var steps = new Steps(error, !Console.IsErrorRedirected && error == Console.Error, TimeProvider.System);
        try
        {
            return await work(parsed, steps.Say, cancel);
        }
        catch (BackupException hindrance)
        {
            steps.Done();
            await error.WriteLineAsync($"error: {hindrance.Message}");
            return ExitCode.BadInput;
        }
        finally
        {
            steps.Done();
        }
    }

    private static async Task<int> BackUpAsync(ParseResult parsed, Action<string> say, CancellationToken cancel)
    {
        var (output, path) = (parsed.InvocationConfiguration.Output, parsed.GetValue(File)!.ToString());
        var (manifest, bytes) = await BackupWriter.RunAsync(StorageSettings.FromEnvironment(), path, parsed.GetValue(Force), say, cancel);
        await output.WriteLineAsync(
            $"{path}: {BackupContents.Size(bytes)}, {Words(manifest)}. It holds the keys of this installation: keep it as you keep a password.");
        if (parsed.GetValue(Json)) await output.WriteLineAsync(JsonOf(path, manifest, bytes, fits: null));
        return ExitCode.Ok;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, Action<string> say, CancellationToken cancel)
    {
        var (output, path) = (parsed.InvocationConfiguration.Output, parsed.GetValue(File)!.ToString());
        var end = await RestoreRunner.RunAsync(StorageSettings.FromEnvironment(), path, parsed.GetValue(Replace), say, cancel);
        if (end.Problems.Length > 0) await parsed.InvocationConfiguration.Error.WriteAsync(end.Problems);
        await output.WriteLineAsync($"Restored: {Words(end.Manifest)}. Audit log: {end.Log}");
        if (parsed.GetValue(Json)) await output.WriteLineAsync(JsonOf(path, end.Manifest, null, end.Fits));
        // What was saved is back; that its log was tampered with before is for whoever asked to know.
        return end.Fits ? ExitCode.Ok : ExitCode.BadInput;
    }

    private static string Words(BackupManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.Engine} of {manifest.At:yyyy-MM-dd HH:mm:ss}Z, {manifest.Database.RowsInAll} rows in {manifest.Database.Rows.Count} tables, log to entry {manifest.Database.AuditPosition}, feed to event {manifest.Database.FeedPosition}");

    private static string JsonOf(string path, BackupManifest manifest, long? bytes, bool? fits) => JsonSerializer.Serialize(
        new
        {
            file = path, bytes, engine = manifest.Engine, program = manifest.Program, at = manifest.At, rows = manifest.Database.RowsInAll,
            tables = manifest.Database.Rows.Count, audit = manifest.Database.AuditPosition, auditHash = manifest.Database.AuditHash, feed = manifest.Database.FeedPosition, logFits = fits,
        },
        Web);
}
