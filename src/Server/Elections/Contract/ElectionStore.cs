using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections.Contract;

/// <summary>A stage of a new election: days from H, negative before it.</summary>
public readonly record struct PlannedStage(string Name, int FromDay, int ToDay);

/// <summary>Adds elections from within the program.</summary>
public static class ElectionStore
{
    /// <summary>A running election, or one that is over, with its contests and stages; its id.</summary>
    public static async Task<int> AddAsync(
        Database database, string code, string name, ElectionKind kind, DateOnly votingDay, string area,
        IEnumerable<string> contests, IEnumerable<PlannedStage> stages, CancellationToken cancel, ElectionState state = ElectionState.Running)
    {
        var election = new Election
        {
            Code = code,
            Name = name,
            Kind = kind,
            Organiser = kind == ElectionKind.Pilkades ? Organiser.VillageCommittee : Organiser.Kpu,
            State = state,
            VotingDay = votingDay,
            Contests = [.. contests.Select((c, i) => new Contest { Name = c, Position = i })],
            Stages = [.. stages.Select(s => new ElectionStage { Name = s.Name, From = votingDay.AddDays(s.FromDay), To = votingDay.AddDays(s.ToDay) })],
            Areas = [new ElectionArea { AreaCode = area }],
        };
        database.Add(election);
        await database.SaveChangesAsync(cancel);
        return election.Id;
    }

    /// <summary>A draft that is bound to no area and no day yet; its id.</summary>
    public static async Task<int> AddDraftAsync(
        Database database, string code, string name, ElectionKind kind, string timeZone, CancellationToken cancel)
    {
        var election = new Election
        {
            Code = code,
            Name = name,
            Kind = kind,
            Organiser = kind == ElectionKind.Pilkades ? Organiser.VillageCommittee : Organiser.Kpu,
            TimeZone = timeZone,
        };
        database.Add(election);
        await database.SaveChangesAsync(cancel);
        return election.Id;
    }
}
