using System.Globalization;
using TigaPilar.Planning;

namespace TigaPilar.Bench.Feed;

/// <summary>One event: its number tells of what kind it is, and when it was made.</summary>
internal sealed record Sent(string Subject, string Permission, string? Area);

/// <summary>What is announced, and who may be told, by a table of its own: not by the program's.</summary>
internal static class FeedTraffic
{
    public const int PerSecond = 200;
    public const int Readers = 500;

    /// <summary>What the ten may read: an account, the territory of its office, and what its office may not read at all.</summary>
    public static readonly (string Account, string? Territory, string[] Not)[] Scopes =
    [
        ("admin", "", ["guardplan.read"]),
        ("desk", "35.08", ["guardplan.read", "audit.read"]),
        ("kabagops", "35.08", ["audit.read"]),
        ("dprd", "35.08", ["guardplan.read", "stations.read", "audit.read"]),
        ("kapolsek", "35.08.04", ["audit.read"]),
        ("camat", "35.08.04", ["guardplan.read", "audit.read"]),
        ("kades", "35.08.04.2001", ["guardplan.read", "audit.read"]),
        ("camat2", "35.08.06", ["guardplan.read", "audit.read"]),
        ("kades2", "35.08.06.2002", ["guardplan.read", "audit.read"]),
        ("danyon", null, ["audit.read"]),
    ];

    private static readonly string[] Permissions = ["stations.read", "stations.read", "stations.read", "areas.read", "guardplan.read", "offices.read", "elections.read", "audit.read"];

    private static readonly string?[] Areas =
    [
        "35.08", "35.08.04", "35.08.04.2001", "35.08.04.2001.003", "35.08.04.2002.001", "35.08.06.2002", "35.08.06.2001.007", "35.08.21", "35.07", "35.07.01.2001.001", "35.0", null,
    ];

    /// <summary>The next of one writer's events.</summary>
    public static Sent Next(string writer, long number, ref SplitMix64 random) => new(
        string.Create(CultureInfo.InvariantCulture, $"{writer}-{number}-{TimeProvider.System.GetUtcNow().UtcTicks}"),
        Permissions[random.Next(Permissions.Length)], Areas[random.Next(Areas.Length)]);

    /// <summary>When an event was made, from its subject.</summary>
    public static long MadeAt(ReadOnlySpan<char> subject) => long.Parse(subject[(subject.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);

    /// <summary>Whether a scope may be told: it has the right, and the event lies within its territory or is about none.</summary>
    public static bool MayBeTold(int scope, Sent sent)
    {
        var (_, territory, not) = Scopes[scope];
        if (not.Contains(sent.Permission, StringComparer.Ordinal)) return false;
        if (sent.Area is not { } area || territory is "") return true;
        return territory is not null && (area == territory || area.StartsWith(territory + ".", StringComparison.Ordinal));
    }
}
