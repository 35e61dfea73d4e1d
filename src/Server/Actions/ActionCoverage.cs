using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions;

/// <summary>How far one part is, in the four words of the map.</summary>
public enum PartStage : byte
{
    /// <summary>Belum: nobody has begun.</summary>
    NotYet = 0,
    Working = 1,
    Reported = 2,
    Done = 3,
}

/// <summary>The part of one kecamatan or village.</summary>
public sealed record ActionPart(Guid Id, string AreaCode, string Area, string Owner, ActionState State, PartStage Stage, DateTimeOffset StateAt);

/// <summary>A kecamatan with its parts; at the level of kecamatan there is one.</summary>
public sealed record PartGroup(string Code, string Name, IReadOnlyList<ActionPart> Parts)
{
    public int Count(PartStage stage) => Parts.Count(p => p.Stage == stage);

    /// <summary>Verified of a hundred, rounded down: 100 is said when all are.</summary>
    public int Percent => Parts.Count == 0 ? 0 : Count(PartStage.Done) * 100 / Parts.Count;
}

/// <summary>The parts of an item that the reader sees, by kecamatan. What was dropped counts no more.</summary>
public sealed record ActionCoverage(IReadOnlyList<PartGroup> Groups)
{
    public int Total => Groups.Sum(g => g.Parts.Count);

    public int Count(PartStage stage) => Groups.Sum(g => g.Count(stage));

    /// <inheritdoc cref="PartGroup.Percent"/>
    public int Percent => Total == 0 ? 0 : Count(PartStage.Done) * 100 / Total;

    public static async Task<ActionCoverage> OfAsync(Database database, Reader reader, Guid item, CancellationToken cancel)
    {
        var parts = await ActionScope.Of(database, reader).Where(p => p.ParentId == item && p.State != ActionState.Dropped)
            .OrderBy(p => p.AreaCode).Select(p => new { p.Id, p.AreaCode, p.OwnerId, p.State, p.StateAt }).ToListAsync(cancel);
        var names = await AreaQueries.NamesAsync(database, [.. parts.SelectMany(p => (string[])[p.AreaCode, AreaCode.KecamatanOf(p.AreaCode)]).Distinct(StringComparer.Ordinal)], cancel);
        var owners = await AgencyQueries.NamesAsync(database, [.. parts.Select(p => p.OwnerId).Distinct()], cancel);
        return new ActionCoverage(
        [
            .. parts.GroupBy(p => AreaCode.KecamatanOf(p.AreaCode), StringComparer.Ordinal).Select(g => new PartGroup(
                g.Key, Name(g.Key),
                [.. g.Select(p => new ActionPart(p.Id, p.AreaCode, Name(p.AreaCode), owners.GetValueOrDefault(p.OwnerId) ?? "–", p.State, StageOf(p.State), p.StateAt))])),
        ]);

        string Name(string code) => names.GetValueOrDefault(code)?.Name ?? code;
    }

    public static PartStage StageOf(ActionState state) => state switch
    {
        ActionState.Verified => PartStage.Done,
        ActionState.Reported => PartStage.Reported,
        ActionState.InProgress or ActionState.Returned => PartStage.Working,
        _ => PartStage.NotYet,
    };

    /// <summary><c>/tindak-lanjut/{id}/peta</c>: how far each part is, by its code, for the map.</summary>
    public static async Task<IResult> MapAsync(Guid id, Database database, CurrentReader current, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (await ActionScope.FindAsync(database, reader, id, cancel) is null) return Results.NotFound();
        var coverage = await OfAsync(database, reader, id, cancel);
        return Results.Json(coverage.Groups.SelectMany(g => g.Parts).ToDictionary(p => p.AreaCode, p => (int)p.Stage, StringComparer.Ordinal));
    }
}
