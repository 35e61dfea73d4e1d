namespace TigaPilar.Server.Storage.Backup;

/// <summary>
/// Whoever uses the data folder holds its lock together with all others; a restore holds it alone. The lock ends with the
/// process, however that ends.
/// </summary>
internal sealed class InstallationLock(StorageSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private FileStream? _held;

    /// <summary>Holds it until this is disposed; a restore that was broken off is brought to its end before.</summary>
    public async Task HoldAsync(CancellationToken cancel)
    {
        if (_held is not null) return;
        for (var tries = 0; Directory.Exists(RestoreStage.PathIn(settings)); tries++)
        {
            using var alone = TryAlone(settings.Folder);
            if (alone is not null) await RestoreStage.FinishAsync(settings, cancel);
            else if (tries * 100 > Patience.TotalMilliseconds) throw new IOException("a restore into it is going on");
            else await Task.Delay(100, cancel);
        }

        _held = TryOpen(settings.Folder, FileShare.ReadWrite) ?? throw new IOException("a restore into it is going on");
    }

    /// <summary>The lock for a restore; null while anybody uses the folder.</summary>
    public static IDisposable? TryAlone(string folder) => TryOpen(folder, FileShare.None);

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    private static FileStream? TryOpen(string folder, FileShare share)
    {
        var path = Path.Combine(folder, "tigapilar.lock");
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path, options);
        }
        catch (IOException taken) when (File.Exists(path) && taken is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
