using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TigaPilar.Server.Storage.Backup;

namespace TigaPilar.Server.Storage;

/// <summary>Opens the database that the settings name.</summary>
public static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(_ => new WriteGate(settings.IsEmbedded));
        services.AddSingleton<SequencerSeat>();
        services.AddSingleton<InstallationLock>();
        if (settings.IsEmbedded)
        {
            services.AddDbContext<SqliteDatabase>(options => UseSqlite(options, settings.Connection));
            services.AddScoped<Database>(provider => provider.GetRequiredService<SqliteDatabase>());
        }
        else
        {
            services.AddDbContext<PostgresDatabase>(options => UsePostgres(options, settings.Connection));
            services.AddScoped<Database>(provider => provider.GetRequiredService<PostgresDatabase>());
        }

        services.AddDataProtection().SetApplicationName("TigaPilar").PersistKeysToDbContext<Database>();
        return services;
    }

    /// <summary>Brings the schema to this program's version; what is there stays.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        MakeFolder(services.GetRequiredService<StorageSettings>().Folder);
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        if (database.Database.IsSqlite()) await FreeAsync(database, services.GetRequiredService<StorageSettings>(), cancel);
        await services.GetRequiredService<InstallationLock>().HoldAsync(cancel);
        await database.Database.MigrateAsync(cancel);
        foreach (var table in (string[])["AuditEntry", "AuditSeal", "AuditHead", "StationAssessment", "LinmasAgeRule", "ActionStep", "ActionEvidence", "StationWord", "BoxHandover"]) await AppendOnly.EnsureAsync(database, table, cancel);
    }

    /// <summary>As <see cref="MigrateAsync"/>; what hinders it in one sentence, or null when the database is ready.</summary>
    public static async Task<string?> ObstacleAsync(IServiceProvider services, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<StorageSettings>();
        try
        {
            await MigrateAsync(services, cancel);
            return null;
        }
        catch (Exception hindrance) when (hindrance is DbException or IOException or UnauthorizedAccessException)
        {
            return settings.IsEmbedded
                ? $"the database in {settings.Folder} can not be used: {hindrance.Message.TrimEnd('.')}. Expected a folder that may be written to, with room."
                : $"the database of TIGAPILAR_DATABASE can not be used: {hindrance.Message.TrimEnd('.')}. Expected a PostgreSQL that runs and lets this user make tables.";
        }
    }

    // On SQLite the framework locks a migration by a row, which outlives a process that was killed: the next would wait for
    // ever. Where nobody else has the folder open, the row is nobody's.
    private static async Task FreeAsync(Database database, StorageSettings settings, CancellationToken cancel)
    {
        using var alone = InstallationLock.TryAlone(settings.Folder);
        if (alone is null || Directory.Exists(RestoreStage.PathIn(settings)) || !await database.Database.CanConnectAsync(cancel)) return;
        await database.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
    }

    // Keys, password hashes and authenticators lie in it: no other account of the machine shall read them. A folder that
    // is there already keeps the rights that its owner gave it.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // A list that is asked for is one parameter. As one for each member, the framework's default, the words of the statement are made
    // anew for every list, and a page that asks for the villages of a kabupaten spends a tenth of its time on that.
    internal static TOptions UseSqlite<TOptions>(TOptions options, string connection)
        where TOptions : DbContextOptionsBuilder
    {
        options.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new DurableSqlite());
        return options;
    }

    internal static TOptions UsePostgres<TOptions>(TOptions options, string connection)
        where TOptions : DbContextOptionsBuilder
    {
        options.UseNpgsql(connection, postgres => postgres.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        return options;
    }

    /// <summary>What <c>dotnet ef</c> builds migrations with; connects to nothing.</summary>
    internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDatabase>
    {
        public SqliteDatabase CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteDatabase>();
            UseSqlite(options, "Data Source=design.db");
            return new SqliteDatabase(options.Options, new WriteGate(oneAtATime: true));
        }
    }

    /// <inheritdoc cref="SqliteDesign"/>
    internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDatabase>
    {
        public PostgresDatabase CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresDatabase>();
            UsePostgres(options, "Host=localhost");
            return new PostgresDatabase(options.Options, new WriteGate(oneAtATime: false));
        }
    }
}
