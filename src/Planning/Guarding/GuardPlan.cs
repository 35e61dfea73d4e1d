using System.Collections.Immutable;

namespace TigaPilar.Planning.Guarding;

/// <summary>A group of stations guarded together (<i>Kelompok Pam TPS</i>).</summary>
/// <param name="Stations">Indices of its stations, ascending.</param>
/// <param name="Medoid">
/// The station within whose radius all others lie and from which the travel is least; the lowest code among equals.
/// </param>
/// <param name="Pattern">The pattern it follows: of its highest class, the one with the fewest officers that covers it.</param>
/// <param name="TravelMetres">
/// Metres from the medoid to every other station (straight, or by <see cref="GuardProblem.Distances"/>), and 1,000 m for
/// each in another village than the medoid's.
/// </param>
public sealed record GuardGroup(ImmutableArray<int> Stations, int Medoid, GuardPattern Pattern, double TravelMetres);

/// <summary>Linmas of one home who stand at one station.</summary>
public readonly record struct LinmasPosting(HomeLevel HomeLevel, int Home, int Station, int Count);

/// <summary>Officers of one home who guard one group.</summary>
public readonly record struct OfficerPosting(bool Bko, HomeLevel HomeLevel, int Home, int Group, int Count);

/// <summary>What a village lacks in Linmas, or a jurisdiction in police, and why.</summary>
/// <param name="Index">The village (Linmas) or the jurisdiction (police).</param>
/// <param name="Needed">Persons needed there.</param>
/// <param name="Available">
/// Linmas: men counted in the village itself. Police: officers of the jurisdiction, BKO among them.
/// </param>
/// <param name="Missing">Persons still missing after all permitted help; at least 1.</param>
/// <param name="Helpers">Linmas: neighbouring villages within reach, the home excluded.</param>
/// <param name="HelpersSpare">Linmas: men those neighbours have beyond their own need before anyone is helped.</param>
/// <param name="Helped">Persons who did come from elsewhere (neighbours, pools; for police: BKO).</param>
/// <param name="NearestSpareMetres">
/// Linmas: distance to the nearest village outside that reach which ends with men to spare; null if none.
/// </param>
public readonly record struct Shortage(
    int Index, int Needed, int Available, int Missing, int Helpers, int HelpersSpare, int Helped, double? NearestSpareMetres);

/// <summary>Who goes where, and what is missing. Null in a plan whose problem has no forces.</summary>
public sealed record ForcePlan(
    ImmutableArray<LinmasPosting> Linmas,
    ImmutableArray<OfficerPosting> Officers,
    ImmutableArray<Shortage> LinmasShortages,
    ImmutableArray<Shortage> PoliceShortages,
    int LinmasAvailable,
    int OfficersAvailable);

/// <summary>A finished guard plan. The same problem, budget and seed give the same plan on any number of threads.</summary>
/// <param name="Groups">Groups, ordered by their lowest station.</param>
/// <param name="GroupOfStation">For each station the index of its group.</param>
/// <param name="Forces">Who goes where; null where the problem names no forces.</param>
public sealed record GuardPlan(
    ImmutableArray<GuardGroup> Groups,
    ImmutableArray<int> GroupOfStation,
    ForcePlan? Forces)
{
    /// <summary>Officers needed to fill every group.</summary>
    public int OfficersNeeded => Groups.Sum(g => g.Pattern.Officers);

    /// <summary>Linmas needed: each station's need under its group's pattern.</summary>
    public int LinmasNeeded => Groups.Sum(g => g.Pattern.LinmasOfOneStation * g.Stations.Length);

    /// <summary>Sum of the groups' travel, metres.</summary>
    public double TravelMetres => Groups.Sum(g => g.TravelMetres);

    /// <summary>Ways from a medoid to another station of its group.</summary>
    public int Links => GroupOfStation.Length - Groups.Length;

    /// <summary>Those among the <see cref="Links"/> whose length comes from minutes that somebody entered; the others are straight lines.</summary>
    public int TimedLinks(GuardProblem problem) => problem.Distances is not { } distances
        ? 0
        : Groups.Sum(g => g.Stations.Count(s => distances.Between(problem.Stations[s].Village, problem.Stations[g.Medoid].Village) is not null));

    public int LinmasShort => Forces?.LinmasShortages.Sum(s => s.Missing) ?? 0;

    public int OfficersShort => Forces?.PoliceShortages.Sum(s => s.Missing) ?? 0;
}
