using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>An uploaded file that waits to be read.</summary>
/// <param name="Id">Its import.</param>
/// <param name="Areas">Where its sender may write.</param>
internal sealed record UploadedFile(Guid Id, AreaSet Areas);

/// <summary>Reads uploaded files into staging in the background, one after another.</summary>
internal sealed class ImportQueue(
    IServiceScopeFactory scopes, StagingStore store, StorageSettings settings, TimeProvider time, ILogger<ImportQueue> log) : BackgroundService
{
    private static readonly Action<ILogger, Guid, Exception?> ReadingFailed =
        LoggerMessage.Define<Guid>(LogLevel.Error, new EventId(1, nameof(ReadingFailed)), "Import {Import} could not be read.");

    private readonly Channel<UploadedFile> _files = Channel.CreateUnbounded<UploadedFile>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, ReadingProgress> _progress = new();

    public void Add(UploadedFile file)
    {
        _progress[file.Id] = default;
        _files.Writer.TryWrite(file);
    }

    /// <summary>How far a file is read; null where it waits no more.</summary>
    public ReadingProgress? ProgressOf(Guid import) => _progress.TryGetValue(import, out var progress) ? progress : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CleanAsync(interrupted: true, stoppingToken);
        await foreach (var file in _files.Reader.ReadAllAsync(stoppingToken))
        {
            var keep = false;
            try
            {
                await CleanAsync(interrupted: false, stoppingToken);
                keep = await Task.Run(() => ReadAsync(file, stoppingToken), stoppingToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                ReadingFailed(log, file.Id, bug);
                await FailAsync(file.Id, stoppingToken);
            }
            finally
            {
                _progress.TryRemove(file.Id, out _);
                if (!keep) File.Delete(store.UploadOf(file.Id));
            }
        }
    }

    // True where the file is to be kept: somebody must say first which of its columns is which.
    private async Task<bool> ReadAsync(UploadedFile file, CancellationToken cancel)
    {
        bool unmapped;
        await using (var staging = await store.OpenAsync(file.Id, cancel))
        {
            var record = await staging.Database.Set<ImportRecord>().SingleAsync(i => i.Id == file.Id, cancel);
            await using var content = File.OpenRead(store.UploadOf(file.Id));
            await using var scope = scopes.CreateAsyncScope();
            var engine = scope.ServiceProvider.GetRequiredService<ImportEngine>();
            var found = await engine.StageAsync(record, staging, content, file.Areas, p => _progress[file.Id] = p, cancel);
            await engine.CompareAsync(record, staging, cancel);
            unmapped = record.Unusable && ImportShapes.Of(record.Kind) is not null && found.Counts.ContainsKey(TableFindings.MissingColumns.Key)
                && HasColumns(content);
            record.State = unmapped ? ImportState.Unmapped : record.Unusable ? ImportState.Failed : ImportState.Staged;
            staging.Database.AddRange(found.Notes(record.Id));
            await staging.Database.SaveChangesAsync(cancel);
        }

        if (unmapped) await store.DeleteAsync(file.Id, cancel);
        return unmapped;
    }

    private static bool HasColumns(Stream content)
    {
        content.Position = 0;
        return HeaderPreview.Read(content) is { Columns.Length: > 1 };
    }

    private async Task FailAsync(Guid id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var record = await database.Set<ImportRecord>().SingleAsync(i => i.Id == id, cancel);
        (record.State, record.Unusable, record.EndedAt) = (ImportState.Failed, true, time.GetUtcNow());
        await database.SaveChangesAsync(cancel);
        await store.DeleteAsync(id, cancel);
    }

    // A file that was being read when the program ended is read by nobody again, and nobody decides on an old preview.
    private async Task CleanAsync(bool interrupted, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var open = await database.Set<ImportRecord>()
            .Where(i => i.State == ImportState.Staged || i.State == ImportState.Reading || i.State == ImportState.Unmapped).ToListAsync(cancel);
        foreach (var record in open)
        {
            // Another program may be reading into the same server's database.
            var stuck = record.State == ImportState.Reading && interrupted && (settings.IsEmbedded || now - record.CreatedAt > TimeSpan.FromHours(1));
            if (!stuck && now - record.CreatedAt <= StagingStore.Kept) continue;
            record.State = record.State == ImportState.Reading ? ImportState.Failed : ImportState.Cancelled;
            record.EndedAt = now;
        }

        await database.SaveChangesAsync(cancel);
        await store.CleanAsync(now, cancel);
    }
}
