using System.IO.Compression;
using System.Text;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>A backup that is read: nothing of it is believed before its digest was taken.</summary>
internal sealed class BackupReader : IAsyncDisposable
{
    private const long LongestManifest = 16 << 20;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive _zip;

    private BackupReader(string path, FileStream file, ZipArchive zip, BackupManifest manifest)
    {
        _path = path;
        _file = file;
        _zip = zip;
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup and reads its manifest.</summary>
    /// <exception cref="BackupException">It is no backup that this program can read.</exception>
    public static async Task<BackupReader> OpenAsync(string path, CancellationToken cancel)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancel);
            return new BackupReader(path, file, zip, await ManifestAsync(path, zip, cancel));
        }
        catch (Exception broken)
        {
            if (file is not null) await file.DisposeAsync();
            throw broken switch
            {
                InvalidDataException => new BackupException($"{path}: is no backup of this program, or was cut off or altered. Nothing was changed."),
                IOException or UnauthorizedAccessException => new BackupException($"{path}: {(File.Exists(path) ? "can not be read" : "does not exist")}."),
                _ => broken,
            };
        }
    }

    /// <summary>Puts every part into the stage, and holds each and the whole file against its digest.</summary>
    public async Task UnpackAsync(RestoreStage stage, IBackupEngine engine, Action<string> say, CancellationToken cancel)
    {
        foreach (var part in Manifest.Parts)
        {
            var place = BackupContents.Place(part.Name, stage, engine)
                ?? throw new BackupException($"{_path}: {part.Name}: no part of a backup of {engine.Name} has that name. Nothing was changed.");
            say($"unpacking {part.Name}, {BackupContents.Size(part.Bytes)}");
            await UnpackAsync(part, place, cancel);
        }

        say("checking the seal of the file");
        var (digest, said) = await BackupContents.DigestsAsync(_file, cancel);
        if (digest != said) throw new BackupException($"{_path}: the file was altered: its parts are whole, what stands between them is not. Nothing was changed.");
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static async Task<BackupManifest> ManifestAsync(string path, ZipArchive zip, CancellationToken cancel)
    {
        if (!zip.Comment.StartsWith(BackupContents.Seal, StringComparison.Ordinal) || zip.GetEntry(BackupManifest.Name) is not { } entry || entry.Length > LongestManifest)
            throw new BackupException($"{path}: is no backup of this program, or was cut off or altered: it has no {BackupManifest.Name}. Nothing was changed.");
        try
        {
            await using var stream = await entry.OpenAsync(cancel);
            var json = new byte[entry.Length];
            await stream.ReadExactlyAsync(json, cancel);
            if (BackupManifest.Read(json) is { } manifest)
            {
                return manifest.Format == BackupManifest.CurrentFormat ? manifest
                    : throw new BackupException(FormattableString.Invariant($"{path}: is of format {manifest.Format}; this program reads {BackupManifest.CurrentFormat}. Use version {manifest.Program} or newer."));
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            // Told of below.
        }

        throw new BackupException($"{path}: {BackupManifest.Name}: can not be read; the file was cut off or altered. Nothing was changed.");
    }

    private async Task UnpackAsync(BackupPart part, string place, CancellationToken cancel)
    {
        var entry = _zip.GetEntry(part.Name) ?? throw Altered(part, "is missing");
        try
        {
            await using var from = await entry.OpenAsync(cancel);
            await using var file = DurableFiles.Create(place);
            await using var to = new DigestStream(file, _ => { });
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await from.ReadAsync(buffer, cancel)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
                if (to.Bytes > part.Bytes) throw Altered(part, "is longer than was saved");
            }

            if (to.Bytes != part.Bytes) throw Altered(part, "is shorter than was saved");
            if (to.Digest() != part.Sha256) throw Altered(part, "is not what was saved");
            file.Flush(flushToDisk: true);
        }
        catch (InvalidDataException)
        {
            throw Altered(part, "can not be unpacked");
        }
    }

    private BackupException Altered(BackupPart part, string how) =>
        new($"{_path}: {part.Name}: {how}; the file was cut off or altered. Nothing was changed.");
}
