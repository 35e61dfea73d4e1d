using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Storage;

/// <summary>What a server finds in its folder when it starts.</summary>
public sealed class RestoredTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tiga-pilar-test-").FullName;

    [Fact]
    public async Task A_backup_made_by_vacuum_is_opened()
    {
        var first = StorageSettings.InFolder(Path.Combine(_folder, "first"));
        await MigrateAsync(first);
        Directory.CreateDirectory(Path.Combine(_folder, "restored"));
        await using (var connection = new SqliteConnection(first.Connection))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM INTO @file";
            vacuum.Parameters.AddWithValue("@file", Path.Combine(_folder, "restored", "tigapilar.db"));
            await vacuum.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        SqliteConnection.ClearAllPools();
        await MigrateAsync(StorageSettings.InFolder(Path.Combine(_folder, "restored")));
    }

    [Fact]
    public async Task A_file_that_was_only_just_made_is_filled()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "tigapilar.db"), [], TestContext.Current.CancellationToken);
        await MigrateAsync(StorageSettings.InFolder(_folder));
    }

    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_hinder_the_next()
    {
        var storage = StorageSettings.InFolder(_folder);
        await MigrateAsync(storage);
        await using (var connection = new SqliteConnection(storage.Connection))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var left = connection.CreateCommand();
            left.CommandText = "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2031-01-01')";
            await left.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await MigrateAsync(storage).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_new_folder_is_its_owners_alone()
    {
        var folder = Path.Combine(_folder, "new");
        await MigrateAsync(StorageSettings.InFolder(folder));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are kept otherwise there.");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task MigrateAsync(StorageSettings storage)
    {
        await using var app = WebServer.Build(new ServerSettings(storage, "http://127.0.0.1:0", null));
        await StorageModule.MigrateAsync(app.Services, TestContext.Current.CancellationToken);
    }
}
