using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>One village's list, as its page shows it.</summary>
/// <remarks>Stations by code; who serves before who served, each by name; no roll where nobody has touched the list.</remarks>
public sealed record VillageLinmas(
    ElectionName? Election, IReadOnlyList<string> Stations, IReadOnlyList<LinmasMember> Members,
    IReadOnlyDictionary<Guid, LinmasPosting> Posts, LinmasRoll? Roll)
{
    /// <summary>Two at each station.</summary>
    public const int PerStation = 2;

    public int Need => Stations.Count * PerStation;

    /// <summary>Each person once, whatever else he does.</summary>
    public int Named => Members.Count(m => m.State == LinmasState.Active && m.IsStationGuard);

    public int Lacking => Math.Max(0, Need - Named);

    public RollState State => Roll?.State ?? RollState.Draft;

    internal static async Task<VillageLinmas> ReadAsync(Database database, ElectionName? election, string village, CancellationToken cancel)
    {
        var members = await database.Set<LinmasMember>().AsNoTracking().Include(m => m.Trainings).Where(m => m.VillageCode == village).ToListAsync(cancel);
        var ordered = members.OrderBy(m => m.State).ThenBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Id).ToList();
        if (election is null) return new VillageLinmas(null, [], ordered, new Dictionary<Guid, LinmasPosting>(), null);
        var stations = await StationCodes.CodesAsync(database, election.Id, AreaSet.Of(village), cancel);
        var posts = await AreaSet.Of(village).Of(database.Set<LinmasPosting>().AsNoTracking().Where(p => p.ElectionId == election.Id), p => p.StationCode)
            .ToDictionaryAsync(p => p.MemberId, cancel);
        var roll = await database.Set<LinmasRoll>().AsNoTracking().SingleOrDefaultAsync(r => r.ElectionId == election.Id && r.VillageCode == village, cancel);
        return new VillageLinmas(election, stations, ordered, posts, roll);
    }

    /// <summary>The number of a station as people say it: TPS 001.</summary>
    public static string StationName(string code) => $"TPS {code[14..]}";
}
