using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Rules;

/// <summary>
/// Keeps ties between stations and minutes between villages, which every plan made afterwards obeys. Each answers with the key
/// of what is wrong, or null. Both ends lie in the reader's area.
/// </summary>
internal sealed class KeepWays(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    public const int LongestReason = 200;
    public const int MostMinutes = 1_440;

    /// <summary>The ties of an election with both stations in the areas, by code.</summary>
    public static async Task<List<StationTie>> TiesAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        [.. (await areas.Of(database.Set<StationTie>().AsNoTracking().Where(t => t.ElectionId == election), t => t.StationA).ToListAsync(cancel))
            .Where(t => areas.Contains(t.StationB)).OrderBy(t => t.StationA, StringComparer.Ordinal).ThenBy(t => t.StationB, StringComparer.Ordinal)];

    /// <summary>The minutes between villages of the areas, by code.</summary>
    public static async Task<List<VillageWay>> WaysAsync(Database database, AreaSet areas, CancellationToken cancel) =>
        [.. (await areas.Of(database.Set<VillageWay>().AsNoTracking(), w => w.VillageA).ToListAsync(cancel))
            .Where(w => areas.Contains(w.VillageB)).OrderBy(w => w.VillageA, StringComparer.Ordinal).ThenBy(w => w.VillageB, StringComparer.Ordinal)];

    public async Task<string?> TieAsync(int election, string? one, string? other, bool together, string? reason, CancellationToken cancel)
    {
        var (a, b, why) = (one?.Trim() ?? "", other?.Trim() ?? "", reason?.Trim() ?? "");
        if (!AreaCode.IsStation(a) || !AreaCode.IsStation(b)) return "TieUnknown";
        if (a == b) return "WaySame";
        if (why.Length is 0 or > LongestReason) return "TieReason";
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        if (!areas.Contains(a) || !areas.Contains(b)) return "TieUnknown";
        if (AreaCode.KecamatanOf(a) != AreaCode.KecamatanOf(b) && together) return "TieKecamatan";
        var known = (await StationCodes.CodesAsync(database, election, AreaSet.Of([AreaCode.KecamatanOf(a), AreaCode.KecamatanOf(b)]), cancel)).ToHashSet(StringComparer.Ordinal);
        if (!known.Contains(a) || !known.Contains(b)) return "TieUnknown";
        if (string.CompareOrdinal(a, b) > 0) (a, b) = (b, a);
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await ContradictsAsync(election, a, b, together, cancel)) return "TieContradicts";
        var tie = await database.Set<StationTie>().SingleOrDefaultAsync(t => t.ElectionId == election && t.StationA == a && t.StationB == b, cancel);
        if (tie is null) database.Add(tie = new StationTie { ElectionId = election, StationA = a, StationB = b, Together = together, Reason = why, At = clock.Now, By = "" });
        (tie.Together, tie.Reason, tie.At, tie.By) = (together, why, clock.Now, await ByAsync());
        return await SaveAsync("guardtie.set", a, transaction, cancel);
    }

    public async Task<string?> UntieAsync(int election, string? a, string? b, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var tie = await database.Set<StationTie>().SingleOrDefaultAsync(t => t.ElectionId == election && t.StationA == a && t.StationB == b, cancel);
        if (tie is null || !areas.Contains(tie.StationA) || !areas.Contains(tie.StationB)) return "TieUnknown";
        database.Remove(tie);
        return await SaveAsync("guardtie.remove", tie.StationA, transaction, cancel);
    }

    /// <summary>Sets the minutes between two villages; null takes them away, and the straight line counts again.</summary>
    public async Task<string?> TimeAsync(string? one, string? other, int? minutes, CancellationToken cancel)
    {
        var (a, b) = (one?.Trim() ?? "", other?.Trim() ?? "");
        if (!AreaCode.IsVillage(a) || !AreaCode.IsVillage(b) || AreaCode.KabupatenOf(a) != AreaCode.KabupatenOf(b)) return "WayUnknown";
        if (a == b) return "WaySame";
        if (minutes is < 0 or > MostMinutes) return "WayMinutes";
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        if (!areas.Contains(a) || !areas.Contains(b) || (await AreaQueries.NamesAsync(database, [a, b], cancel)).Count != 2) return "WayUnknown";
        if (string.CompareOrdinal(a, b) > 0) (a, b) = (b, a);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var way = await database.Set<VillageWay>().SingleOrDefaultAsync(w => w.VillageA == a && w.VillageB == b, cancel);
        if (minutes is not { } known)
        {
            if (way is null) return null;
            database.Remove(way);
        }
        else
        {
            if (way is null) database.Add(way = new VillageWay { VillageA = a, VillageB = b, Minutes = known, At = clock.Now, By = "" });
            (way.Minutes, way.At, way.By) = (known, clock.Now, await ByAsync());
        }

        return await SaveAsync("guardway.set", a, transaction, cancel);
    }

    // Whether two who must stand apart would be together, by this tie and the others.
    private async Task<bool> ContradictsAsync(int election, string a, string b, bool together, CancellationToken cancel)
    {
        var ties = await database.Set<StationTie>().AsNoTracking().Where(t => t.ElectionId == election && (t.StationA != a || t.StationB != b))
            .Select(t => new { t.StationA, t.StationB, t.Together }).ToListAsync(cancel);
        ties.Add(new { StationA = a, StationB = b, Together = together });
        var block = new HashSet<string>(StringComparer.Ordinal) { a };
        if (together) block.Add(b);
        while (ties.FindAll(t => t.Together && block.Contains(t.StationA) != block.Contains(t.StationB)) is { Count: > 0 } more)
            block.UnionWith(more.SelectMany(t => new[] { t.StationA, t.StationB }));
        return ties.Exists(t => !t.Together && block.Contains(t.StationA) && block.Contains(t.StationB));
    }

    private async Task<string> ByAsync()
    {
        var reader = await current.GetSignedInAsync();
        return $"{reader.Name}, {reader.Offices.First(o => o.Role == OfficeRole.Polri).Title}";
    }

    private async Task<string?> SaveAsync(string action, string code, WriteTransaction transaction, CancellationToken cancel)
    {
        await audit.AddAsync(action, code, AreaCode.KabupatenOf(code), tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
