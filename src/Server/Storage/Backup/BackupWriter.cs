using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>Writes an installation into one file, while others go on working with it.</summary>
internal static class BackupWriter
{
    /// <summary>The manifest of what was written, and the size of the file.</summary>
    /// <exception cref="BackupException">It could not be written; there is no such file then, or the former one.</exception>
    public static async Task<(BackupManifest Manifest, long Bytes)> RunAsync(
        StorageSettings storage, string path, bool force, Action<string> say, CancellationToken cancel)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target)) throw new BackupException($"{path}: is a folder; name a file.");
        if (!force && File.Exists(target)) throw new BackupException($"{path}: is there already; --force replaces it.");
        if (!Directory.Exists(storage.Folder)) throw new BackupException($"{storage.Folder} does not exist; there is nothing to save.");
        var work = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.part");
        try
        {
            // A restore that was broken off is brought to its end before, and none begins meanwhile.
            using var here = new InstallationLock(storage);
            await here.HoldAsync(cancel);
            DurableFiles.CreateFolder(work);
            using var own = InstallationLock.TryAlone(work) ?? throw new BackupException($"{path}: another backup is just writing it.");
            foreach (var left in Directory.EnumerateFiles(work).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))) File.Delete(left);
            try
            {
                var packed = Path.Combine(work, "backup.zip");
                var manifest = await PackAsync(storage, work, packed, say, cancel);
                var bytes = new FileInfo(packed).Length;
                File.Move(packed, target, force);
                DurableFiles.SyncFolder(Path.GetDirectoryName(target)!);
                return (manifest, bytes);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        }
        catch (Exception writing) when (writing is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path}: can not be written: {writing.Message.TrimEnd('.')}.");
        }
    }

    private static async Task<BackupManifest> PackAsync(StorageSettings storage, string work, string packed, Action<string> say, CancellationToken cancel)
    {
        var engine = FactsReader.EngineOf(storage);
        var parts = ImmutableArray.CreateBuilder<BackupPart>();
        BackupManifest manifest;
        await using (var file = DurableFiles.Create(packed))
        {
            // Heads first: none of them may be newer than the end of the log in the database.
            var beside = BackupContents.Beside(storage).Select(f => (f.Name, Content: File.ReadAllBytes(f.Path))).ToList();
            say("taking one moment of the database");
            await using var snapshot = await engine.SnapshotAsync(work, cancel);
            var at = TimeProvider.System.GetUtcNow();
            await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel))
            {
                var tenths = 0L;
                parts.Add(await AddAsync(zip, engine.Part, to => snapshot.CopyToAsync(to, cancel), written =>
                {
                    // Every 64 MB: a log stays short, and one sees that it goes on.
                    if (written >> 26 == tenths) return;
                    tenths = written >> 26;
                    say($"packing {BackupContents.Size(written)}");
                }, cancel));
                foreach (var (name, content) in beside) parts.Add(await AddAsync(zip, name, to => to.WriteAsync(content, cancel).AsTask(), _ => { }, cancel));
                manifest = new BackupManifest(BackupManifest.CurrentFormat, BackupManifest.ProgramVersion, engine.Name, at, snapshot.Facts, parts.ToImmutable());
                var json = Encoding.UTF8.GetBytes(manifest.ToJson());
                await AddAsync(zip, BackupManifest.Name, to => to.WriteAsync(json, cancel).AsTask(), _ => { }, cancel);
                zip.Comment = BackupContents.Seal + new string('0', BackupContents.DigestLength);
            }

            say("sealing the file");
            var (digest, _) = await BackupContents.DigestsAsync(file, cancel);
            file.Position = file.Length - BackupContents.DigestLength;
            await file.WriteAsync(Encoding.ASCII.GetBytes(digest), cancel);
            file.Flush(flushToDisk: true);
        }

        return manifest;
    }

    private static async Task<BackupPart> AddAsync(ZipArchive zip, string name, Func<Stream, Task> write, Action<long> told, CancellationToken cancel)
    {
        // A dump is packed already.
        var entry = zip.CreateEntry(name, name.EndsWith(".dump", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        await using var to = await entry.OpenAsync(cancel);
        await using var digest = new DigestStream(to, told);
        await write(digest);
        return new BackupPart(name, digest.Bytes, digest.Digest());
    }
}
