using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary>An obstacle as a list shows it.</summary>
/// <param name="Of">The obstacle.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Age">Days since it was noted, up to its end.</param>
/// <param name="Late">Days past its day; 0 where it is not late.</param>
/// <param name="MayEscalate">The Desk may take it further.</param>
/// <param name="MaySolve">The reader may say that it is solved.</param>
public sealed record ObstacleRow(Obstacle Of, StatingAgency Agency, int Age, int Late, bool MayEscalate, bool MaySolve);

/// <summary>The register of obstacles: an agency notes its own, the Desk takes them further, either says how it ended.</summary>
internal sealed class KeepObstacles(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>All that the reader sees, open ones first, those late before the rest.</summary>
    public async Task<List<ObstacleRow>> AllAsync(int election, CancellationToken cancel)
    {
        var (reader, agencies) = await SeenAsync(cancel);
        var ids = agencies.Keys.ToList();
        return
        [
            .. (await database.Set<Obstacle>().AsNoTracking().Where(o => o.ElectionId == election && ids.Contains(o.AgencyId)).ToListAsync(cancel)).Select(o => Row(o, agencies[o.AgencyId], reader))
                .OrderBy(r => r.Of.SolvedAt is not null).ThenByDescending(r => r.Of.EscalatedAt is not null).ThenBy(r => r.Of.Due).ThenBy(r => r.Of.Id),
        ];
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> AddAsync(int election, string? what, DateOnly? due, CancellationToken cancel)
    {
        var (reader, agencies) = await SeenAsync(cancel);
        if (ReadinessScope.OwnOf(reader, agencies.Values) is not { } own) return "NotStating";
        if (string.IsNullOrWhiteSpace(what) || what.Trim().Length > ReadinessMapping.LongestNote) return "WhatNeeded";
        if (due is not { } day || day < clock.Today) return "DueNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var obstacle = new Obstacle { Id = OrderedId.New(), AgencyId = own.Agency.Id, ElectionId = election, What = what.Trim(), Due = day, By = $"{reader.Name}, {own.Office.Title}", At = clock.Now.ToUniversalTime() };
        database.Add(obstacle);
        await audit.AddAsync("readiness.obstacle", obstacle.Id.ToString(), own.Agency.AreaCode, tell: ReadinessPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The Desk takes it further: seen at the top of every list from now on.</summary>
    public Task<string?> EscalateAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, "readiness.escalate", r => r.MayEscalate, (o, by) => (o.EscalatedAt, o.EscalatedBy) = (clock.Now.ToUniversalTime(), by), cancel);

    /// <summary>Solved, with what came of it.</summary>
    public async Task<string?> SolveAsync(Guid id, string? result, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(result) || result.Trim().Length > ReadinessMapping.LongestNote ? "ResultNeeded"
            : await ChangeAsync(id, "readiness.solve", r => r.MaySolve, (o, by) => (o.SolvedAt, o.SolvedBy, o.Result) = (clock.Now.ToUniversalTime(), by, result.Trim()), cancel);

    private async Task<string?> ChangeAsync(Guid id, string action, Func<ObstacleRow, bool> may, Action<Obstacle, string> change, CancellationToken cancel)
    {
        var (reader, agencies) = await SeenAsync(cancel);
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<Obstacle>().SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } obstacle
            || !agencies.TryGetValue(obstacle.AgencyId, out var agency) || !may(Row(obstacle, agency, reader))) return "UnknownObstacle";
        // The office by which the reader may is the one that signs; of somebody who holds two it need not be the first.
        var signs = reader.Offices.FirstOrDefault(x => IsDesk(x, agency)) ?? reader.Offices.First(x => x.AgencyId == obstacle.AgencyId);
        change(obstacle, $"{reader.Name}, {signs.Title}");
        await audit.AddAsync(action, id.ToString(), agency.AreaCode, tell: ReadinessPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<(Reader Reader, Dictionary<Guid, StatingAgency> Agencies)> SeenAsync(CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        return (reader, (await ReadinessScope.AgenciesAsync(database, reader.AreasOf(ReadinessPermissions.Read), cancel)).ToDictionary(a => a.Id));
    }

    // The Desk of its kabupaten; a battalion has none, and any Desk that sees it may.
    private static bool IsDesk(HeldOffice office, StatingAgency agency) => office.Role == OfficeRole.Desk && (agency.AreaCode is null || office.Areas.Touches(agency.AreaCode));

    private ObstacleRow Row(Obstacle o, StatingAgency agency, Reader reader)
    {
        var (open, end) = (o.SolvedAt is null, o.SolvedAt is { } at ? DateOnly.FromDateTime(clock.Local(at).DateTime) : clock.Today);
        var desk = reader.Offices.Any(x => IsDesk(x, agency));
        var own = reader.May(ReadinessPermissions.Write) && reader.Offices.Any(x => x.AgencyId == o.AgencyId);
        return new(o, agency, end.DayNumber - DateOnly.FromDateTime(clock.Local(o.At).DateTime).DayNumber, open ? Math.Max(0, clock.Today.DayNumber - o.Due.DayNumber) : 0, desk && open && o.EscalatedAt is null, open && (own || desk));
    }
}
