using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>Who may know whom. A new edge between rooms is a decision: it is made in this table.</summary>
public sealed class ArchitectureTests
{
    private const string Server = "TigaPilar.Server.";

    /// <summary>For each room the rooms whose Contract it may use. Shell and Storage are open to all.</summary>
    private static readonly Dictionary<string, string[]> Edges = new(StringComparer.Ordinal)
    {
        ["Shell"] = [],
        ["Storage"] = [],
        ["Elections"] = [],
        // Lists of offices come in by the same import as all others, and its engine knows the ground.
        ["Territory"] = ["Elections", "Offices"],
        ["Offices"] = ["Territory"],
        ["Accounts"] = ["Offices"],
        ["Risk"] = ["Territory", "Elections"],
        ["Forces"] = ["Territory", "Elections"],
        ["Actions"] = ["Offices", "Territory", "Elections"],
        // Whom one rings: those on duty.
        ["Incidents"] = ["Territory", "Elections", "Offices", "Rosters"],
        ["Guarding"] = ["Territory", "Risk", "Forces", "Elections", "Accounts"],
        ["Meetings"] = ["Territory", "Elections", "Offices", "Accounts", "Actions"],
        // One writes to those who are on a duty.
        ["Messages"] = ["Offices", "Rosters"],
        ["Programmes"] = ["Offices", "Territory"],
        ["Readiness"] = ["Offices", "Elections", "Accounts"],
        ["Reporting"] = ["Elections", "Offices"],
        ["Rosters"] = ["Offices"],
        ["VotingDay"] = ["Territory", "Elections", "Guarding", "Incidents"],
        ["Sample"] = ["Accounts", "Actions", "Elections", "Forces", "Guarding", "Incidents", "Meetings", "Messages", "Offices", "Programmes", "Reporting", "Risk", "Rosters", "Territory", "VotingDay"],
    };

    /// <summary>Open to all, whole.</summary>
    private static readonly string[] Ground = ["Shell", "Storage"];

    /// <summary>The framework's store of accounts is bound to their type; all other mappings are found by reflection.</summary>
    private static readonly string[] Allowed = ["Storage uses TigaPilar.Server.Accounts.Account"];

    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies(typeof(Commands).Assembly, typeof(GuardProblem).Assembly).Build();

    [Fact]
    public void EveryRoomStandsInTheTable() =>
        Assert.Equal(Edges.Keys.Order(StringComparer.Ordinal), Rooms().Select(r => r.Room).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void ARoomUsesAnotherOnlyByAnEdgeOfTheTableAndThroughItsContract()
    {
        var breaches =
            from user in Rooms()
            from used in user.Type.Dependencies.Select(d => d.Target.FullName).Distinct(StringComparer.Ordinal)
            let room = RoomOf(used)
            where room is not null && room != user.Room && !Ground.Contains(room, StringComparer.Ordinal)
            where !Allowed.Contains($"{user.Room} uses {used}", StringComparer.Ordinal)
            where !Edges[user.Room].Contains(room, StringComparer.Ordinal)
                || !used.StartsWith($"{Server}{room}.Contract.", StringComparison.Ordinal)
            select $"{user.Type.FullName} uses {used}";
        Assert.True(!breaches.Any(), string.Join('\n', breaches.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void PlanningKnowsNeitherTheServerNorTheDisk()
    {
        var breaches =
            from type in House.Types
            where type.FullName.StartsWith("TigaPilar.Planning.", StringComparison.Ordinal)
            from used in type.Dependencies.Select(d => d.Target.FullName).Distinct(StringComparer.Ordinal)
            where used.StartsWith(Server, StringComparison.Ordinal) || used.StartsWith("System.IO.", StringComparison.Ordinal)
            select $"{type.FullName} uses {used}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void TheDiskWouldBeSeenWhereItIsUsed()
    {
        var folder = House.Types.Single(t => t.FullName == "TigaPilar.Server.Shell.OutputFolder");
        Assert.Contains(folder.Dependencies, d => d.Target.FullName.StartsWith("System.IO.", StringComparison.Ordinal));
    }

    private static IEnumerable<(IType Type, string Room)> Rooms() =>
        from type in House.Types
        let room = RoomOf(type.FullName)
        where room is not null
        select (type, room);

    private static string? RoomOf(string type)
    {
        if (!type.StartsWith(Server, StringComparison.Ordinal)) return null;
        var rest = type[Server.Length..];
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : rest[..dot];
    }
}
