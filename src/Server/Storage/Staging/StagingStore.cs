using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Storage.Staging;

/// <summary>
/// Opens, finds again and throws away what imports have staged. The id is a version-7 Guid: it tells when it was made,
/// so that what was forgotten goes by its name alone.
/// </summary>
public sealed partial class StagingStore(StorageSettings settings, WriteGate gate)
{
    /// <summary>How long a preview waits for its decision.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromHours(24);

    private string Folder => Path.Combine(settings.Folder, "imports");

    /// <summary>The staging of an import, new or as it was left.</summary>
    public async Task<StagingArea> OpenAsync(Guid id, CancellationToken cancel)
    {
        var database = NewDatabase();
        try
        {
            if (!settings.IsEmbedded) return await PostgresStaging.OpenAsync(database, SchemaOf(id), cancel);
            Directory.CreateDirectory(Folder);
            return await SqliteStaging.OpenAsync(database, FileOf(id), cancel);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Throws away what an import staged; fine if it is gone.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken cancel)
    {
        if (settings.IsEmbedded)
        {
            File.Delete(FileOf(id));
            return;
        }

        await using var database = NewDatabase();
        await DropAsync(database, SchemaOf(id), cancel);
    }

    /// <summary>Where an uploaded file may wait until it was read.</summary>
    public string UploadOf(Guid id)
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, $"{id:N}.upload");
    }

    /// <summary>A file for what is too much to hold; it is gone when it is closed.</summary>
    public Stream ScratchOf()
    {
        Directory.CreateDirectory(Folder);
        return new FileStream(Path.Combine(Folder, $"{Guid.CreateVersion7():N}.scratch"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose,
        });
    }

    /// <summary>Throws away all that has waited longer than <see cref="Kept"/>.</summary>
    public async Task CleanAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (Directory.Exists(Folder))
        {
            foreach (var file in Directory.EnumerateFiles(Folder))
                if (IsOld(Path.GetFileNameWithoutExtension(file), now)) File.Delete(file);
        }

        if (settings.IsEmbedded) return;
        await using var database = NewDatabase();
        var schemas = await database.Database.SqlQueryRaw<string>(
            "SELECT schema_name AS \"Value\" FROM information_schema.schemata WHERE schema_name LIKE 'staging\\_%'").ToListAsync(cancel);
        foreach (var schema in schemas.Where(s => Ours().IsMatch(s) && IsOld(s[8..], now))) await DropAsync(database, schema, cancel);
    }

    /// <summary>When a version-7 id was made.</summary>
    internal static DateTimeOffset MadeAt(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(
        long.Parse(id.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static bool IsOld(string name, DateTimeOffset now) =>
        Guid.TryParseExact(name, "N", out var id) && now - MadeAt(id) > Kept;

    // The name is made of this program's own letters and hexadecimal digits.
#pragma warning disable EF1002, EF1003
    private static Task<int> DropAsync(Database database, string schema, CancellationToken cancel) =>
        database.Database.ExecuteSqlRawAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE", cancel);
#pragma warning restore EF1002, EF1003

    private static string SchemaOf(Guid id) => $"staging_{id:N}";

    private string FileOf(Guid id) => Path.Combine(Path.GetFullPath(Folder), $"{id:N}.db");

    private Database NewDatabase()
    {
        if (!settings.IsEmbedded)
            return new PostgresDatabase(StorageModule.UsePostgres(new DbContextOptionsBuilder<PostgresDatabase>(), settings.Connection).Options, gate);

        // Not from the pool: what is attached would come back with it.
        var own = new SqliteConnectionStringBuilder(settings.Connection) { Pooling = false }.ToString();
        return new SqliteDatabase(StorageModule.UseSqlite(new DbContextOptionsBuilder<SqliteDatabase>(), own).Options, gate);
    }

    [GeneratedRegex("^staging_[0-9a-f]{32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ours();
}
