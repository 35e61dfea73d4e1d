using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>Why a backup or a restore was not made, as one sentence for whoever asked for it.</summary>
internal sealed class BackupException(string sentence) : Exception(sentence);

/// <summary>One file within a backup.</summary>
internal sealed record BackupPart(string Name, long Bytes, string Sha256);

/// <summary>What a database held at one moment.</summary>
/// <param name="Migrations">Those that were applied, oldest first.</param>
/// <param name="Rows">Rows of each table.</param>
/// <param name="AuditPosition">Where the chain of the audit log ended, 0 where nothing was sealed.</param>
/// <param name="AuditHash">The hash there.</param>
/// <param name="FeedPosition">The newest event of the feed.</param>
internal sealed record DatabaseFacts(
    ImmutableArray<string> Migrations, ImmutableSortedDictionary<string, long> Rows, long AuditPosition, string? AuditHash, long FeedPosition)
{
    [JsonIgnore]
    public long RowsInAll => Rows.Values.Sum();

    /// <summary>What differs from another, for a person to read; null where nothing does.</summary>
    public string? DifferenceFrom(DatabaseFacts expected)
    {
        foreach (var (table, rows) in expected.Rows)
        {
            var here = Rows.GetValueOrDefault(table, -1);
            if (here != rows) return FormattableString.Invariant($"table {table} has {(here < 0 ? "no" : here)} rows where {rows} were saved");
        }

        return Rows.Count != expected.Rows.Count ? "it has more tables than were saved"
            : (AuditPosition, AuditHash, FeedPosition) != (expected.AuditPosition, expected.AuditHash, expected.FeedPosition) ? "the end of the audit log or of the feed is another"
            : !Migrations.SequenceEqual(expected.Migrations, StringComparer.Ordinal) ? "its migrations are others" : null;
    }
}

/// <summary>What a backup says of itself: <c>manifest.json</c>.</summary>
internal sealed record BackupManifest(
    int Format, string Program, string Engine, DateTimeOffset At, DatabaseFacts Database, ImmutableArray<BackupPart> Parts)
{
    public const int CurrentFormat = 1;

    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    public static string ProgramVersion => typeof(BackupManifest).Assembly.GetName().Version!.ToString(3);

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>From its JSON; null where it is none.</summary>
    public static BackupManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Options) is { Parts.IsDefault: false, Database.Migrations.IsDefault: false } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
