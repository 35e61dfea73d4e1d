using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Storage;

/// <summary>The embedded engine: one file, no server.</summary>
public sealed class SqliteDatabase(DbContextOptions<SqliteDatabase> options, WriteGate gate) : Database(options, gate);

/// <summary>The server engine.</summary>
public sealed class PostgresDatabase(DbContextOptions<PostgresDatabase> options, WriteGate gate) : Database(options, gate)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Codes are ordered by their bytes, as SQLite does, so that a subtree is one range: '35.08.' to '35.08/'.
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.ClrType == typeof(string) && property.Name.EndsWith("Code", StringComparison.Ordinal))
                property.SetCollation("C");
        }
    }
}
