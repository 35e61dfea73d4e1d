using System.Data.Common;
using System.Text.Json;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>Flags what only shows beside what is stored: areas that no list names, centres outside their outlines.</summary>
internal sealed class LaterChecks(StagingArea staging, FindingLog log, CancellationToken cancel)
{
    public async Task RunAsync(ImportRecord record)
    {
        var kind = record.Kind;
        if (kind == ImportKind.Voters && await FlagUnlistedAsync(record)) return;
        if (kind == ImportKind.Villages)
        {
            await FlagAsync(
                $"""
                SELECT s."Row", s."Flagged", s."Code", s."Name" FROM {staging.Schema}."Area" AS s LEFT JOIN "Area" AS m ON m."Code" = s."Code"
                WHERE m."Code" IS NULL AND s."OfficialName" IS NULL ORDER BY s."Row"
                """,
                reader => reader.IsDBNull(3) ? ImportFindings.UnnamedArea : ImportFindings.NotOfficial);
        }

        await FlagAsync(
            $"""
            SELECT s."Row", s."Flagged", s."Code" FROM {staging.Schema}."Ancestor" AS s LEFT JOIN "Area" AS m ON m."Code" = s."Code"
            WHERE m."Code" IS NULL AND s."Name" IS NULL ORDER BY s."Row", s."Code"
            """,
            _ => ImportFindings.UnnamedArea);
        if (kind == ImportKind.Villages) await FlagCentresAsync("Area", "Code", "s", "m", "AreaBoundary", "AreaCode");
        if (kind == ImportKind.Boundaries) await FlagCentresAsync("AreaBoundary", "AreaCode", "m", "s", "Area", "Code");
    }

    // True where the election has a list of stations there: voters bring neither stations nor areas then.
    private async Task<bool> FlagUnlistedAsync(ImportRecord record)
    {
        var election = await ImportEngine.ElectionIdAsync(record, staging, cancel);
        var target = await ImportEngine.TargetAsync(record, election, staging.Database, cancel);
        if (!target.AddsNothing) return false;
        await FlagAsync(
            $"""
            SELECT s."Row", s."Flagged", s."Code" FROM {staging.Schema}."Station" AS s
            LEFT JOIN "Station" AS m ON m."Code" = s."Code" AND m."ElectionId" = @election WHERE m."Code" IS NULL ORDER BY s."Row"
            """,
            _ => ImportFindings.StationNotListed, record.ElectionCode!, ("@election", election));
        return true;
    }

    // One of the two is in staging, the other is stored.
    private Task FlagCentresAsync(string staged, string stagedKey, string centre, string outline, string stored, string storedKey) =>
        FlagAsync(
            $"""
            SELECT s."Row", s."Flagged", s."{stagedKey}", {centre}."Latitude", {centre}."Longitude", {outline}."Rings"
            FROM {staging.Schema}."{staged}" AS s JOIN "{stored}" AS m ON m."{storedKey}" = s."{stagedKey}"
            WHERE {centre}."Latitude" IS NOT NULL ORDER BY s."Row"
            """,
            reader => Contains(reader.GetString(5), new GeoPoint(reader.GetDouble(3), reader.GetDouble(4)))
                ? null : ImportFindings.CentreOutside);

    private Task FlagAsync(string sql, Func<DbDataReader, FindingKind?> judge) => FlagAsync(sql, judge, null);

    private async Task FlagAsync(string sql, Func<DbDataReader, FindingKind?> judge, string? argument, params (string Name, object? Value)[] parameters)
    {
        await using var command = staging.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (judge(reader) is not { } found) continue;
            log.AddLater(
                new RowFinding(reader.GetInt32(0), null, reader.GetString(2), found, argument is null ? [] : [argument]), reader.GetBoolean(1));
        }
    }

    private static bool Contains(string coordinates, GeoPoint point)
    {
        using var polygons = JsonDocument.Parse(coordinates);
        return polygons.RootElement.EnumerateArray().Any(rings => Rings.Contains(
            [.. rings.EnumerateArray().Select(ring => ring.EnumerateArray().Select(p => new GeoPoint(p[1].GetDouble(), p[0].GetDouble())).ToArray())
                .Select(ring => System.Collections.Immutable.ImmutableArray.Create(ring))], point));
    }
}
