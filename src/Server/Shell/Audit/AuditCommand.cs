using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary><c>audit</c>: holds the log against its seals and signed heads, and signs its head.</summary>
internal static class AuditCommand
{
    private static readonly Option<FileInfo[]> Head = new("--head") { Description = "A head that was exported; may be named more than once. Besides those in the data folder.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Key = new("--key") { Description = "Public key (base 64) that heads must be signed by, besides that of the data folder." };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "File to write the head to, besides the data folder." };

    public static Command Make()
    {
        var verify = new Command("verify", "Find any entry that was changed, removed, inserted or put elsewhere.") { Options = { Head, Key } };
        verify.SetAction((parsed, cancel) => Task.Run(
            () => WithAsync(
                parsed,
                (services, storage) => VerifyAsync(
                    services.GetRequiredService<Database>(), storage, parsed.GetValue(Head) ?? [], parsed.GetValue(Key) ?? [],
                    parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel),
                cancel), cancel));
        var head = new Command("head", "Sign the present end of the log and export it.") { Options = { Out } };
        head.SetAction((parsed, cancel) => Task.Run(
            () => WithAsync(parsed, (services, storage) => SignAsync(services, storage, parsed, cancel), cancel), cancel));
        return new Command("audit", "The sealed log of who did what.") { Subcommands = { verify, head } };
    }

    private static async Task<int> WithAsync(ParseResult parsed, Func<IServiceProvider, StorageSettings, Task<int>> work, CancellationToken cancel)
    {
        var storage = StorageSettings.FromEnvironment();
        var services = new ServiceCollection();
        WebServer.AddCore(services, storage);
        await using var provider = services.BuildServiceProvider();
        if (await StorageModule.ObstacleAsync(provider, cancel) is { } obstacle)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"error: {obstacle}");
            return ExitCode.BadInput;
        }

        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider, storage);
    }

    /// <summary>Holds the log against the given heads and those of the data folder; says what does not fit. The exit code.</summary>
    internal static async Task<int> VerifyAsync(
        Database database, StorageSettings storage, IReadOnlyList<FileInfo> files, IReadOnlyList<string> keys,
        TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var own = AuditHeads.FolderOf(storage);
        if (Directory.Exists(own)) files = [.. files, .. Directory.EnumerateFiles(own, "*.json").Select(f => new FileInfo(f))];
        var heads = new List<AuditHead>();
        foreach (var file in files)
        {
            if (!file.Exists || AuditHeads.Read(file.FullName) is not { } head)
            {
                await error.WriteLineAsync($"error: {file}: {(file.Exists ? "is no head of an audit log" : "does not exist")}; expected a file that audit head has written.");
                return ExitCode.BadInput;
            }

            heads.Add(head);
        }

        HashSet<string>? trusted = [.. keys];
        if (File.Exists(AuditKey.PathOf(storage)))
        {
            using var key = AuditKey.Open(storage);
            trusted.Add(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
        }

        var report = await AuditVerifier.RunAsync(database, heads, trusted.Count == 0 ? null : trusted, cancel);
        foreach (var problem in report.Problems) await error.WriteLineAsync($"error: {problem}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{report.Sealed} entries sealed, {report.Unsealed} not yet{(report.UnsealedSince is { } since ? $" (since {since:yyyy-MM-dd HH:mm:ss}Z)" : "")}; held against {report.Heads} signed heads; {(report.Problems.IsEmpty ? "all as it was written" : $"{report.Problems.Length} problems")}."));
        if (report.Heads == 0) await output.WriteLineAsync("Without a signed head a cut tail is not seen: ./run audit head signs one.");
        foreach (var signer in heads.Select(h => h.Key).Distinct(StringComparer.Ordinal)) await output.WriteLineAsync($"Signed by {AuditKey.Fingerprint(signer)}.");
        return report.Problems.IsEmpty ? ExitCode.Ok : ExitCode.BadInput;
    }

    private static async Task<int> SignAsync(IServiceProvider services, StorageSettings storage, ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var head = await AuditHeads.SignAsync(services.GetRequiredService<Database>(), storage, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
            if (head is null)
            {
                await output.WriteLineAsync("Nothing was sealed since the last head; entries are sealed while the server runs.");
                return ExitCode.Ok;
            }

            if (parsed.GetValue(Out) is { } file) AuditHeads.Write(file.FullName, head);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{head.Position} entries, {head.Hash}, signed by {AuditKey.Fingerprint(head.Key)}."));
            return ExitCode.Ok;
        }
        catch (Exception hindrance) when (hindrance is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            await error.WriteLineAsync($"error: the head was not signed: {hindrance.Message.TrimEnd('.')}. Expected a folder that may be written to and a key in {AuditKey.PathOf(storage)}.");
            return ExitCode.BadInput;
        }
    }
}
