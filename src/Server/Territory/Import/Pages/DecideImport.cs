using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import.Pages;

/// <summary>Applies or cancels an import that was looked at.</summary>
internal sealed class DecideImport(
    StagingStore store, ImportEngine engine, IServiceScopeFactory scopes, CurrentReader current, TimeProvider time)
{
    /// <summary>Swaps it in; the key of what is wrong, or null.</summary>
    public async Task<string?> ApplyAsync(Guid id, bool acceptValid, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using (var staging = await store.OpenAsync(id, cancel))
        {
            await using var transaction = await staging.Database.BeginWriteAsync(cancel);
            await staging.TakeTurnAsync(cancel);
            var record = await FindAsync(staging.Database, reader, id, cancel);
            if (record is null) return "AlreadyDecided";
            if (!ImportAccess.Covers(reader, record)) return "OutsideNow";
            if (record.Refused > 0 && !acceptValid) return "HasRefused";
            await engine.SwapAsync(record, staging, cancel);
            await staging.Database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await store.DeleteAsync(id, CancellationToken.None);
        return null;
    }

    /// <summary>Throws the preview away; the key of what is wrong, or null.</summary>
    public async Task<string?> CancelAsync(Guid id, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using (var scope = scopes.CreateAsyncScope())
        {
            // Of its own: the page's parts may still be asking through the request's.
            var database = scope.ServiceProvider.GetRequiredService<Database>();
            await using var transaction = await database.BeginWriteAsync(cancel);
            if (await FindAsync(database, reader, id, cancel) is not { } record) return "AlreadyDecided";
            (record.State, record.EndedAt) = (ImportState.Cancelled, time.GetUtcNow());
            await database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await store.DeleteAsync(id, CancellationToken.None);
        return null;
    }

    // Two who press at once: the second finds it decided.
    private async Task<ImportRecord?> FindAsync(Database database, Reader reader, Guid id, CancellationToken cancel)
    {
        var record = await database.Set<ImportRecord>().SingleOrDefaultAsync(i => i.Id == id, cancel);
        return record is { State: ImportState.Staged } && ImportAccess.MaySee(reader, record)
            && time.GetUtcNow() - record.CreatedAt <= StagingStore.Kept ? record : null;
    }
}
