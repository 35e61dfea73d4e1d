using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Readiness;

/// <summary>The Desk writes the points of a kind of agency for its kabupaten. A point that goes takes no answer with it: named again, it stands as it was.</summary>
internal sealed class KeepList(Database database, CurrentReader current, AuditLog audit)
{
    /// <summary>The kabupaten whose lists the reader keeps; null where he keeps none.</summary>
    public static string? KabupatenOf(Reader reader) =>
        reader.Offices.Where(o => o.Role == OfficeRole.Desk && !o.Areas.Roots.IsEmpty && o.Areas.Roots[0].Length >= 5).Select(o => o.Areas.Roots[0][..5]).FirstOrDefault();

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(AgencyKind kind, string? lines, CancellationToken cancel)
    {
        if (KabupatenOf(await current.GetSignedInAsync()) is not { } area || !Enum.IsDefined(kind)) return "NotDesk";
        var points = Points.Split(lines);
        if (points.IsEmpty || points.Length > ReadinessMapping.MostPoints) return "PointsNeeded";
        if (points.Any(p => p.Length > ReadinessMapping.LongestPoint)) return "PointTooLong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var list = await database.Set<ReadinessList>().SingleOrDefaultAsync(l => l.AreaCode == area && l.Kind == kind, cancel);
        if (list is null) database.Add(new ReadinessList { AreaCode = area, Kind = kind, Points = string.Join('\n', points) });
        else list.Points = string.Join('\n', points);
        await audit.AddAsync("readiness.list", $"{area} {kind}", area, tell: ReadinessPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
