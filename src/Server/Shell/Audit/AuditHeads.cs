using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Backup;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>Signs the end of the chain once a day and writes it beside the database, to be printed or given to others.</summary>
internal sealed partial class AuditHeads(IServiceScopeFactory scopes, StorageSettings storage, OfficeClock clock, ILogger<AuditHeads> log) : BackgroundService
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string FolderOf(StorageSettings storage) => Path.Combine(storage.Folder, "audit");

    /// <summary>Signs the present end; null where there is nothing to sign, or it is signed already.</summary>
    public static async Task<AuditHead?> SignAsync(Database database, StorageSettings storage, DateTimeOffset now, CancellationToken cancel)
    {
        var last = await database.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Position).FirstOrDefaultAsync(cancel);
        if (last is null || await database.Set<AuditHead>().AnyAsync(h => h.Position == last.Position, cancel)) return null;
        using var key = AuditKey.Open(storage);
        var head = AuditKey.Sign(key, last.Position, last.Hash, now);
        // The file first: what the database says is never all that is left.
        Write(Path.Combine(FolderOf(storage), string.Create(CultureInfo.InvariantCulture, $"kepala-{head.At:yyyy-MM-dd}-{head.Position}.json")), head);
        database.Add(head);
        await database.SaveChangesAsync(cancel);
        return head;
    }

    public static void Write(string path, AuditHead head)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Half a head would be held against the log for ever.
        DurableFiles.Replace(path, ToJson(head));
    }

    /// <summary>A head as the file that <c>audit verify --head</c> reads.</summary>
    public static async Task<IResult> DownloadAsync(long position, Database database, CancellationToken cancel) =>
        await database.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(h => h.Position == position, cancel) is { } head
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(ToJson(head)), "application/json", string.Create(CultureInfo.InvariantCulture, $"kepala-{head.At:yyyy-MM-dd}-{head.Position}.json"))
            : Results.NotFound();

    public static string ToJson(AuditHead head) => JsonSerializer.Serialize(head, Json) + "\n";

    /// <summary>A head from its file; null where it is none.</summary>
    public static AuditHead? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditHead>(File.ReadAllText(path), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<Database>();
                var latest = await database.Set<AuditHead>().MaxAsync(h => (DateTimeOffset?)h.At, stoppingToken);
                if (latest is null || DateOnly.FromDateTime(clock.Local(latest.Value).DateTime) < clock.Today) await SignAsync(database, storage, clock.Now, stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure) || failure is UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                LogFailed(log, failure.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The head of the audit log was not signed: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
