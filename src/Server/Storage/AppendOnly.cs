using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Storage;

/// <summary>Tables whose rows may be added and never changed or deleted; the engine itself refuses.</summary>
internal static class AppendOnly
{
    // The table's name comes from this program alone.
#pragma warning disable EF1002, EF1003
    public static Task EnsureAsync(Database database, string table, CancellationToken cancel) =>
        database.Database.ExecuteSqlRawAsync(database.Database.IsSqlite() ? Sqlite(table) : Postgres(table), cancel);
#pragma warning restore EF1002, EF1003

    private static string Sqlite(string table) => $"""
        CREATE TRIGGER IF NOT EXISTS "{table}_no_update" BEFORE UPDATE ON "{table}"
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS "{table}_no_delete" BEFORE DELETE ON "{table}"
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        """;

    private static string Postgres(string table) => $"""
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
          $body$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $body$;
        CREATE OR REPLACE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;
}
