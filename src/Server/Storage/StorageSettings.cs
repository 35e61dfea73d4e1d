using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TigaPilar.Server.Storage;

/// <summary>Where an installation keeps its data. The connection string alone chooses the engine.</summary>
/// <param name="Connection"><c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> is SQLite.</param>
/// <param name="Folder">For files beside the database; exists once the storage is opened.</param>
public sealed record StorageSettings(string Connection, string Folder)
{
    /// <summary>True for SQLite.</summary>
    public bool IsEmbedded { get; } = !new DbConnectionStringBuilder { ConnectionString = Connection }.ContainsKey("Host");

    /// <summary>
    /// From <c>TIGAPILAR_DATA</c> (a folder; <c>var</c> under the current one if not set) and <c>TIGAPILAR_DATABASE</c>
    /// (a connection string; a file in that folder if not set).
    /// </summary>
    public static StorageSettings FromEnvironment()
    {
        var folder = Environment.GetEnvironmentVariable("TIGAPILAR_DATA") is { Length: > 0 } data ? data : "var";
        var connection = Environment.GetEnvironmentVariable("TIGAPILAR_DATABASE") is { Length: > 0 } named ? named : InFile(folder);
        return new StorageSettings(connection, folder);
    }

    /// <summary>SQLite in the folder's own file.</summary>
    public static StorageSettings InFolder(string folder) => new(InFile(folder), folder);

    private static string InFile(string folder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(folder), "tigapilar.db") }.ToString();
}
