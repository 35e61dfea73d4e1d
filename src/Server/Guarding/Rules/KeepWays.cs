using System.Globalization;
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
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        // Both ends in one query, and only where they may be asked for at all.
        string[] asked = [.. new[] { one?.Trim() ?? "", other?.Trim() ?? "" }.Where(c => AreaCode.IsStation(c) && areas.Contains(c)).Select(AreaCode.KecamatanOf)];
        var known = (await StationCodes.CodesAsync(database, election, AreaSet.Of(asked), cancel)).ToHashSet(StringComparer.Ordinal);
        var (tie, problem) = SaidTie.Of(one, other, together, reason, known);
        return tie is null ? problem : (await TieAsync(election, [(0, tie)], cancel)).Problem;
    }

    /// <summary>Sets ties, all or none: the row that contradicts the others, with the key of what is wrong.</summary>
    public async Task<(int Row, string? Problem)> TieAsync(int election, IReadOnlyCollection<(int Row, SaidTie Tie)> ties, CancellationToken cancel)
    {
        if (ties.Count == 0) return (0, null);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var by = await ByAsync();
        foreach (var (row, said) in ties)
        {
            if (await ContradictsAsync(election, said.A, said.B, said.Together, cancel)) return (row, "TieContradicts");
            var tie = await database.Set<StationTie>().SingleOrDefaultAsync(t => t.ElectionId == election && t.StationA == said.A && t.StationB == said.B, cancel);
            if (tie is null) database.Add(tie = new StationTie { ElectionId = election, StationA = said.A, StationB = said.B, Together = said.Together, Reason = said.Reason, At = clock.Now, By = by });
            else if ((tie.Together, tie.Reason) != (said.Together, said.Reason)) (tie.Together, tie.Reason, tie.At, tie.By) = (said.Together, said.Reason, clock.Now, by);
            // The next is judged with this one in force.
            await database.SaveChangesAsync(cancel);
        }

        return (0, await SaveAsync("guardtie.set", [.. ties.Select(t => t.Tie.A)], transaction, cancel));
    }

    public async Task<string?> UntieAsync(int election, string? a, string? b, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var tie = await database.Set<StationTie>().SingleOrDefaultAsync(t => t.ElectionId == election && t.StationA == a && t.StationB == b, cancel);
        if (tie is null || !areas.Contains(tie.StationA) || !areas.Contains(tie.StationB)) return "TieUnknown";
        database.Remove(tie);
        return await SaveAsync("guardtie.remove", [tie.StationA], transaction, cancel);
    }

    /// <summary>Sets the minutes between two villages; null takes them away, and the straight line counts again.</summary>
    public async Task<string?> TimeAsync(string? one, string? other, int? minutes, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        string[] asked = [.. new[] { one?.Trim() ?? "", other?.Trim() ?? "" }.Where(c => AreaCode.IsVillage(c) && areas.Contains(c))];
        var (way, problem) = SaidWay.Of(one, other, minutes, (await AreaQueries.NamesAsync(database, asked, cancel)).Keys.ToHashSet(StringComparer.Ordinal));
        return way is null ? problem : await TimeAsync([way], cancel);
    }

    /// <summary>Sets minutes, all of them; those without a number are taken away.</summary>
    public async Task<string?> TimeAsync(IReadOnlyCollection<SaidWay> ways, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var by = await ByAsync();
        var kabupaten = AreaSet.Of(ways.Select(w => AreaCode.KabupatenOf(w.A)));
        var known = await kabupaten.Of(database.Set<VillageWay>(), w => w.VillageA).ToDictionaryAsync(w => (w.VillageA, w.VillageB), cancel);
        var changed = new List<string>();
        foreach (var said in ways)
        {
            var way = known.GetValueOrDefault((said.A, said.B));
            if (way?.Minutes == said.Minutes) continue;
            changed.Add(said.A);
            if (said.Minutes is not { } minutes) database.Remove(way!);
            else if (way is null) database.Add(new VillageWay { VillageA = said.A, VillageB = said.B, Minutes = minutes, At = clock.Now, By = by });
            else (way.Minutes, way.At, way.By) = (minutes, clock.Now, by);
        }

        return changed.Count == 0 ? null : await SaveAsync("guardway.set", changed, transaction, cancel);
    }

    /// <summary>The villages that the reader may time ways between.</summary>
    public async Task<HashSet<string>> VillagesAsync(CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write).Roots)
            known.UnionWith((await AreaQueries.VillagesAsync(database, root, cancel)).Select(v => v.Code));
        return known;
    }

    /// <summary>The stations of an election that the reader may tie.</summary>
    public async Task<HashSet<string>> StationsAsync(int election, CancellationToken cancel) =>
        (await StationCodes.CodesAsync(database, election, (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write), cancel)).ToHashSet(StringComparer.Ordinal);

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

    // One entry for each kabupaten: those who follow one are told of theirs.
    private async Task<string?> SaveAsync(string action, IReadOnlyCollection<string> codes, WriteTransaction transaction, CancellationToken cancel)
    {
        foreach (var own in codes.GroupBy(AreaCode.KabupatenOf, StringComparer.Ordinal).Select(g => g.ToList()))
        {
            var rows = own.Count == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"{{\"rows\":{own.Count}}}");
            await audit.AddAsync(action, own[0], AreaCode.KabupatenOf(own[0]), rows, tell: GuardingPermissions.Read);
        }

        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
