using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests;

/// <summary>
/// An installation of its own: a temporary folder, a fresh and migrated database, and all services of the program. On
/// SQLite, or where <c>TIGAPILAR_TEST_DATABASE</c> names a PostgreSQL server, on a new database there. Classes that use
/// it bear <c>[Trait("Database", "each")]</c>, so that they are run once on each engine.
/// </summary>
public sealed class Installation : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TIGAPILAR_TEST_DATABASE") is { Length: > 0 } named ? named : null;

    /// <summary>Whether these run on PostgreSQL, after they ran on SQLite.</summary>
    public static bool IsPostgres => Server is not null;
    private static readonly Lazy<Task<InstallationCopy>> Template = new(MakeTemplateAsync);
    private static readonly Lazy<Task<(InstallationCopy Copy, IReadOnlyList<SampleAccount> Accounts)>> Sample = new(MakeSampleAsync);
    private readonly WebApplication _app;

    private Installation(StorageSettings storage, WebApplication app)
    {
        Storage = storage;
        _app = app;
    }

    public StorageSettings Storage { get; }

    public string Folder => Storage.Folder;

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it is served, once it runs.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>A new one.</summary>
    /// <param name="running">Whether it is served, on a free port of this machine.</param>
    /// <param name="from">What it begins with; a migrated and empty database by default.</param>
    /// <param name="mail">By which server it sends mail; null for none.</param>
    public static async Task<Installation> CreateAsync(bool running = false, InstallationCopy? from = null, MailSettings? mail = null)
    {
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-test-").FullName;
        from ??= await Template.Value;
        foreach (var file in Directory.EnumerateFiles(from.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(from.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        var storage = await FreshAsync(folder, from.Database);
        var app = WebServer.Build(new ServerSettings(storage, "http://127.0.0.1:0", null, mail));
        if (running) await app.StartAsync();
        return new Installation(storage, app);
    }

    /// <summary>A new one that is served and holds the sample kabupaten, and its accounts.</summary>
    public static async Task<(Installation Here, IReadOnlyList<SampleAccount> Accounts)> WithSampleAsync()
    {
        var (copy, accounts) = await Sample.Value;
        return (await CreateAsync(running: true, copy), accounts);
    }

    /// <summary>Does something with a service, in a scope of its own; saved at the end where that is wanted.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use, bool save = false)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var result = await use(scope.ServiceProvider.GetRequiredService<TService>());
        if (save) await scope.ServiceProvider.GetRequiredService<Database>().SaveChangesAsync();
        return result;
    }

    /// <summary>Asks the database.</summary>
    public Task<TResult> AskAsync<TResult>(Func<Database, Task<TResult>> ask) => WithAsync(ask);

    /// <summary>Writes a file into the folder; its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!Storage.IsEmbedded) await RunAsync($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(Storage.Connection).Database}\" WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Ends it and keeps what it holds, for others to begin with; until the process ends.</summary>
    public async Task<InstallationCopy> KeepAsync()
    {
        await StopAsync();
        return Kept(Storage);
    }

    private async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (Storage.IsEmbedded)
        {
            // The last connection that is closed writes the log into the file.
            using var pooled = new SqliteConnection(Storage.Connection);
            SqliteConnection.ClearPool(pooled);
        }
        else
        {
            await using var pooled = new NpgsqlConnection(Storage.Connection);
            NpgsqlConnection.ClearPool(pooled);
        }
    }

    private static InstallationCopy Kept(StorageSettings storage)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(storage.Folder, recursive: true);
        return new(storage.Folder, storage.IsEmbedded ? null : new NpgsqlConnectionStringBuilder(storage.Connection).Database);
    }

    // Migrating takes a second; copying what is migrated does not.
    private static async Task<InstallationCopy> MakeTemplateAsync()
    {
        var storage = await FreshAsync(Directory.CreateTempSubdirectory("tiga-pilar-template-").FullName, null);
        await using (var app = WebServer.Build(new ServerSettings(storage, "http://127.0.0.1:0", null)))
            await StorageModule.MigrateAsync(app.Services, CancellationToken.None);
        if (storage.IsEmbedded) SqliteConnection.ClearAllPools();
        else NpgsqlConnection.ClearAllPools();
        return Kept(storage);
    }

    // Loading it takes seconds.
    private static async Task<(InstallationCopy Copy, IReadOnlyList<SampleAccount> Accounts)> MakeSampleAsync()
    {
        var here = await CreateAsync();
        var accounts = await here.WithAsync((SampleKabupaten sample) => sample.LoadAsync(Path.Combine(AppContext.BaseDirectory, "sample"), CancellationToken.None));
        return (await here.KeepAsync(), accounts);
    }

    private static async Task<StorageSettings> FreshAsync(string folder, string? template)
    {
        if (Server is null) return StorageSettings.InFolder(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Guid.CreateVersion7():N}");
        await RunAsync($"CREATE DATABASE \"{name}\"{(template is null ? "" : $" TEMPLATE \"{template}\"")}");
        return new StorageSettings(new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 8 }.ToString(), folder);
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names are made here.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>What an installation held when it ended.</summary>
/// <param name="Folder">Its files; on SQLite the database among them.</param>
/// <param name="Database">Name of its database on PostgreSQL.</param>
public sealed record InstallationCopy(string Folder, string? Database);
