using System.Globalization;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>The SQL that takes an import back: its change log, read into staging, against what is stored now.</summary>
internal sealed record UndoTarget(ImportTarget Target)
{
    /// <summary>Something lies in an area, or is drawn or commanded there: it can not go.</summary>
    private const string InUse = """
        (EXISTS (SELECT 1 FROM "Area" AS c WHERE c."Code" >= m."Code" || '.' AND c."Code" < m."Code" || '/')
        OR EXISTS (SELECT 1 FROM "AreaBoundary" AS b WHERE b."AreaCode" = m."Code")
        OR EXISTS (SELECT 1 FROM "JurisdictionArea" AS j WHERE j."AreaCode" = m."Code")
        OR EXISTS (SELECT 1 FROM "Station" AS t WHERE t."Code" >= m."Code" || '.' AND t."Code" < m."Code" || '/'))
        """;

    private static readonly string[] GivenLater =
        ["MergedIntoCode", "Place", "Latitude", "Voters", "VotersMen", "VotersWomen", "Turnout", "TurnoutMen", "TurnoutWomen"];

    /// <summary>Code, whether the row was added, and each column as the import left it and as it was before.</summary>
    public StagingTable Staging => new(Target.Table,
    [
        new StagedColumn(Target.Key, StagedType.Code), new StagedColumn("IsNew", StagedType.Flag),
        .. Target.Columns.Select(c => new StagedColumn(c.Name, c.Type)), .. Target.Columns.Select(c => new StagedColumn($"Old{c.Name}", c.Type)),
    ]);

    /// <summary>Areas that came along; the table of villages has the same name and is another.</summary>
    public static readonly StagingTable MadeAreas = new("Made", [new("Code", StagedType.Code)]);

    /// <summary>How many rows are not as the import left them any more, and the first of them.</summary>
    public string Touched(string schema) =>
        $"""
        SELECT COUNT(*), MIN(s."{Target.Key}") FROM {schema}."{Target.Table}" AS s LEFT JOIN "{Target.Table}" AS m ON {OnKey}
        WHERE m."{Target.Key}" IS NULL OR {List(c => $"m.\"{c.Name}\" IS DISTINCT FROM s.\"{c.Name}\"", " OR ")} OR (s."IsNew" AND ({LaterGiven}))
        """;

    public string GiveBack(string schema) =>
        $"""
        UPDATE "{Target.Table}" AS m SET {List(c => $"\"{c.Name}\" = s.\"Old{c.Name}\"", ", ")}
        FROM {schema}."{Target.Table}" AS s WHERE {OnKey} AND NOT s."IsNew"
        """;

    public string TakeAway(string schema) =>
        $"""
        DELETE FROM "{Target.Table}" AS m WHERE EXISTS (SELECT 1 FROM {schema}."{Target.Table}" AS s WHERE {OnKey} AND s."IsNew")
        """;

    /// <summary>Takes the areas that came along away, of one length of code, where nothing lies in them; finer ones first.</summary>
    public static string TakeAreas(string schema, int length) =>
        $"""
        DELETE FROM "Area" AS m WHERE length(m."Code") = {length.ToString(CultureInfo.InvariantCulture)}
        AND EXISTS (SELECT 1 FROM {schema}."Made" AS s WHERE s."Code" = m."Code") AND NOT {InUse}
        """;

    private string OnKey => $"m.\"{Target.Key}\" = s.\"{Target.Key}\"{(Target.PerElection ? " AND m.\"ElectionId\" = @election" : "")}";

    // What others have given an added row since, beyond what the import itself fills.
    private string LaterGiven => Target.Table switch
    {
        "Area" => InUse,
        "Station" => string.Join(" OR ", GivenLater
            .Except(Target.Columns.Select(c => c.Name), StringComparer.Ordinal).Select(c => $"m.\"{c}\" IS NOT NULL")),
        _ => "FALSE",
    };

    private string List(Func<ImportColumn, string> of, string between) => string.Join(between, Target.Columns.Select(of));
}
