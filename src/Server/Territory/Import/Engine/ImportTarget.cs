using System.Collections.Immutable;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>A column that an import fills.</summary>
/// <param name="Name">Its name, in the table and in staging.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Default">SQL of what a new row gets where the file gives nothing; null where that is nothing.</param>
/// <param name="Compared">Whether another value makes the row a changed one.</param>
internal sealed record ImportColumn(string Name, StagedType Type, string? Default = null, bool Compared = true);

/// <summary>
/// A table that is imported into, and the SQL that compares and swaps; the same text on both engines. Where the file
/// gives nothing, what is there stays.
/// </summary>
/// <param name="Table">Name of the table, also of its staging.</param>
/// <param name="Key">Code of a row.</param>
/// <param name="PerElection">Whether the key is only unique within an election.</param>
/// <param name="Columns">What is imported.</param>
/// <param name="Extra">What staging holds besides.</param>
internal sealed record ImportTarget(
    string Table, string Key, bool PerElection, ImmutableArray<ImportColumn> Columns, ImmutableArray<StagedColumn> Extra)
{
    private static readonly StagedColumn Row = new("Row", StagedType.Whole);
    private static readonly StagedColumn Flagged = new("Flagged", StagedType.Flag);

    public static readonly ImportTarget Villages = new(
        "Area", "Code", PerElection: false,
        [
            new("Name", StagedType.Text, "s.\"OfficialName\""), new("Kind", StagedType.Whole, Compared: false),
            new("Latitude", StagedType.Real), new("Longitude", StagedType.Real),
        ],
        [new("OfficialName", StagedType.Text), Row, Flagged]);

    public static readonly ImportTarget Boundaries = new(
        "AreaBoundary", "AreaCode", PerElection: false,
        [
            new("Rings", StagedType.Text),
            new("West", StagedType.Real, Compared: false), new("South", StagedType.Real, Compared: false),
            new("East", StagedType.Real, Compared: false), new("North", StagedType.Real, Compared: false),
            new("LabelLatitude", StagedType.Real, Compared: false), new("LabelLongitude", StagedType.Real, Compared: false),
        ],
        [Row, Flagged]);

    public static readonly ImportTarget Stations = new(
        "Station", "Code", PerElection: true,
        [
            new("Special", StagedType.Flag, "FALSE"), new("State", StagedType.Whole, "1"), new("Place", StagedType.Text),
            new("Latitude", StagedType.Real), new("Longitude", StagedType.Real),
        ],
        []);

    /// <summary>Voters go to stations that are there; into an election without any they bring their stations along.</summary>
    public static readonly ImportTarget Voters = new(
        "Station", "Code", PerElection: true,
        [
            new("Voters", StagedType.Whole), new("VotersMen", StagedType.Whole), new("VotersWomen", StagedType.Whole),
            new("Turnout", StagedType.Whole), new("TurnoutMen", StagedType.Whole), new("TurnoutWomen", StagedType.Whole),
            new("Special", StagedType.Flag, "(substr(s.\"Code\", 15) > '900')"), new("State", StagedType.Whole, "1"),
        ],
        [Row, Flagged]);

    /// <summary>Areas that the rows of a file lie in.</summary>
    public static readonly StagingTable Ancestors = new(
        "Ancestor", [new("Code", StagedType.Code), new("Name", StagedType.Text), new("Kind", StagedType.Whole), Row, Flagged]);

    public StagingTable Staging => new(
        Table, [new StagedColumn(Key, StagedType.Code), .. Columns.Select(c => new StagedColumn(c.Name, c.Type)), .. Extra]);

    public static ImportTarget Of(ImportKind kind) => kind switch
    {
        ImportKind.Villages => Villages,
        ImportKind.Boundaries => Boundaries,
        ImportKind.Voters => Voters,
        _ => Stations,
    };

    /// <summary>Whether only rows that are there already get values, and none is added.</summary>
    public bool AddsNothing { get; init; }

    /// <summary>Rows in all, added, changed.</summary>
    public string Counts(string schema) =>
        $"SELECT COUNT(*), COUNT(*) FILTER (WHERE {IsNew}), COUNT(*) FILTER (WHERE {IsChanged}) FROM {Joined(schema)}";

    /// <summary>Code, whether it is new, the values to be and those that are, of all rows that are added or changed, by code.</summary>
    public string Changes(string schema) =>
        $"SELECT s.\"{Key}\", {IsNew}, {List(c => $"COALESCE(s.\"{c.Name}\", m.\"{c.Name}\"{Else(c)})")}, {List(c => $"m.\"{c.Name}\"")} "
        + $"FROM {Joined(schema)} WHERE {IsNew} OR ({IsChanged}) ORDER BY s.\"{Key}\"";

    /// <summary>Code, old and new values of the first changed rows, by code.</summary>
    public string FirstChanged(string schema) =>
        $"SELECT s.\"{Key}\", {List(c => $"m.\"{c.Name}\", COALESCE(s.\"{c.Name}\", m.\"{c.Name}\")")} FROM {Joined(schema)} "
        + $"WHERE {IsChanged} ORDER BY s.\"{Key}\" LIMIT @limit";

    public string Update(string schema) =>
        $"UPDATE \"{Table}\" AS m SET {List(c => $"\"{c.Name}\" = COALESCE(s.\"{c.Name}\", m.\"{c.Name}\")")} "
        + $"FROM {schema}.\"{Table}\" AS s WHERE {OnKey} AND ({Differs})";

    /// <summary>Adds what is not there, in the order of the codes, which is the order of the table's index.</summary>
    public string Insert(string schema) =>
        $"INSERT INTO \"{Table}\" ({(PerElection ? "\"ElectionId\", " : "")}\"{Key}\", {List(c => $"\"{c.Name}\"")}) "
        + $"SELECT {(PerElection ? "@election, " : "")}s.\"{Key}\", {List(c => c.Default is null ? $"s.\"{c.Name}\"" : $"COALESCE(s.\"{c.Name}\"{Else(c)})")} "
        + $"FROM {schema}.\"{Table}\" AS s WHERE TRUE ORDER BY s.\"{Key}\" ON CONFLICT DO NOTHING";

    public static string InsertAncestors(string schema) =>
        $"INSERT INTO \"Area\" (\"Code\", \"Name\", \"Kind\") SELECT s.\"Code\", s.\"Name\", s.\"Kind\" "
        + $"FROM {schema}.\"Ancestor\" AS s WHERE TRUE ORDER BY s.\"Code\" ON CONFLICT DO NOTHING";

    /// <summary>The areas to come along that are not there yet.</summary>
    public static string NewAncestors(string schema) =>
        $"SELECT s.\"Code\" FROM {schema}.\"Ancestor\" AS s LEFT JOIN \"Area\" AS m ON m.\"Code\" = s.\"Code\" WHERE m.\"Code\" IS NULL ORDER BY s.\"Code\"";

    private string IsNew => AddsNothing ? "FALSE" : $"m.\"{Key}\" IS NULL";

    private string IsChanged => $"m.\"{Key}\" IS NOT NULL AND ({Differs})";

    private string Differs => string.Join(" OR ", Columns.Where(c => c.Compared)
        .Select(c => $"(s.\"{c.Name}\" IS NOT NULL AND m.\"{c.Name}\" IS DISTINCT FROM s.\"{c.Name}\")"));

    private string OnKey => $"m.\"{Key}\" = s.\"{Key}\"{(PerElection ? " AND m.\"ElectionId\" = @election" : "")}";

    private string Joined(string schema) => $"{schema}.\"{Table}\" AS s LEFT JOIN \"{Table}\" AS m ON {OnKey}";

    private string List(Func<ImportColumn, string> of) => string.Join(", ", Columns.Select(of));

    private static string Else(ImportColumn column) => column.Default is null ? "" : $", {column.Default}";
}
