using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>A group as its Polsek works with it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Places">Its stations by village, in words: <c>Pasirian TPS 1–4, 7</c>.</param>
/// <param name="Officers">Those who guard it now.</param>
/// <param name="Padal">Who controls it.</param>
/// <param name="Stations">What of each station is ready.</param>
public sealed record GroupView(PlanGroup Group, string Places, ImmutableArray<GuardOfficer> Officers, GuardOfficer? Padal, ImmutableArray<StationReadiness> Stations)
{
    public string Name => Group.Label;

    public int Lacking => Math.Max(0, Group.Officers - Officers.Length);
}

/// <summary>All of one sheet.</summary>
public sealed record SheetView(
    SheetSums Sums, ImmutableArray<GroupView> Groups, ImmutableArray<GuardOfficer> Padal, ImmutableArray<GuardOfficer> Reserve, ImmutableArray<GuardOfficer> Left)
{
    internal static async Task<SheetView> LoadAsync(Database database, SheetSums sums, NameAreas names, CancellationToken cancel)
    {
        var sheet = sums.Sheet;
        var groups = await database.Set<PlanGroup>().AsNoTracking().Where(g => g.SheetId == sheet.Id).OrderBy(g => g.Number).ToListAsync(cancel);
        var stations = (await StationReadiness.OfAsync(database, sheet.PlanId, cancel, sheet.Id))[sheet.Id].ToList();
        var ready = stations.ToLookup(s => s.Group);
        var villages = await names([.. stations.Select(s => AreaCode.VillageOf(s.StationCode)).Distinct(StringComparer.Ordinal)], cancel);
        var places = ready.ToDictionary(g => g.Key, g => string.Join("; ", g.GroupBy(s => AreaCode.VillageOf(s.StationCode), StringComparer.Ordinal)
            .Select(v => $"{villages.GetValueOrDefault(v.Key) ?? v.Key} TPS {IndonesianText.Runs([.. v.Select(s => AreaCode.NumberOf(s.StationCode))])}")));
        var officers = await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.SheetId == sheet.Id).OrderBy(o => o.Id).ToListAsync(cancel);
        var present = officers.Where(o => o.LeftAt is null).ToList();
        var byGroup = present.Where(o => o.Group is not null).ToLookup(o => o.Group!.Value);
        var byId = present.ToDictionary(o => o.Id);
        return new SheetView(
            sums,
            [.. groups.Select(g => new GroupView(g, g.Site is { } kept ? $"{kept}, {g.Hours}" : places[g.Number], [.. byGroup[g.Number]], g.PadalId is { } p ? byId.GetValueOrDefault(p) : null, [.. ready[g.Number]]))],
            [.. present.Where(o => o.Part == OfficerPart.Padal)],
            [.. present.Where(o => o.Part == OfficerPart.Reserve)],
            [.. officers.Where(o => o.LeftAt is not null).OrderBy(o => o.LeftAt)]);
    }
}
