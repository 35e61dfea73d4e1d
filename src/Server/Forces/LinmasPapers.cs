using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>Somebody on a paper: the age is that at the end of the year of the voting day, from the year alone; without a station he has no place yet.</summary>
internal sealed record LinmasOnPaper(
    string Name, int BirthYear, int Age, string? Phone, string? CardNumber, bool IsSatlinmas, bool IsStationGuard, bool IsSkd, string? Station, LinmasGate? Gate);

/// <summary>All that the papers of a village's list bear. Without a number of the PPS's decree it is not decided, and a paper is a draft.</summary>
internal sealed record LinmasPaperInput(
    ElectionName Election, AreaName Village, string? Kecamatan, string? Kabupaten, RollState State, string? DecreeNumber,
    int Need, IReadOnlyList<string> Stations, IReadOnlyList<LinmasOnPaper> People);

/// <summary>Gathers what the village's papers are made of.</summary>
internal static class LinmasPapers
{
    /// <summary>Those who serve, by station and gate, then those without one; null where the village is not known.</summary>
    public static async Task<LinmasPaperInput?> InputAsync(Database database, ElectionName election, string village, DateOnly today, CancellationToken cancel)
    {
        var names = await AreaQueries.NamesAsync(database, [village, village[..8], village[..5]], cancel);
        if (!names.TryGetValue(village, out var area)) return null;
        var list = await VillageLinmas.ReadAsync(database, election, village, cancel);
        var year = (election.VotingDay ?? today).Year;
        var people =
            from member in list.Members
            where member.State == LinmasState.Active
            let post = list.Posts.GetValueOrDefault(member.Id)
            select new LinmasOnPaper(
                member.Name, member.BirthYear, year - member.BirthYear, member.Phone, member.CardNumber,
                member.IsSatlinmas, member.IsStationGuard, member.IsSkd, post?.StationCode, post?.Gate);
        return new LinmasPaperInput(
            election, area, names.GetValueOrDefault(village[..8])?.Name, names.GetValueOrDefault(village[..5])?.Name,
            list.State, list.Roll?.DecreeNumber, list.Need, list.Stations,
            [.. people.OrderBy(p => p.Station is null).ThenBy(p => p.Station, StringComparer.Ordinal).ThenBy(p => p.Gate).ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase)]);
    }
}
