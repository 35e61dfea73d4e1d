using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Meetings.Briefings;

/// <summary>What somebody shows at a point of the agenda: one version of it. Earlier ones stay.</summary>
public sealed class Briefing
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid AgendaItemId { get; init; }

    /// <summary>From 1, at its point of the agenda.</summary>
    public required int Version { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>How far it may go: Terbatas to those alone who are asked and whose office may see such.</summary>
    public required DataClass Reach { get; init; }

    /// <summary>Whose it is: that agency brings the next version.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Who brought it: name and office.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
