using System.Collections.Immutable;
using TigaPilar.Server.Offices.Contract;

namespace TigaPilar.Server.Meetings.Attendance;

/// <summary>Present and asked, of a group or a pillar.</summary>
public sealed record AttendanceLine(string Name, int Present, int Asked);

/// <summary>Who was there: by unit, of which one person is enough, and by pillar.</summary>
/// <param name="Units">Units that were asked.</param>
/// <param name="UnitsPresent">Units of which somebody is there.</param>
/// <param name="Letters">Offices that were asked.</param>
/// <param name="Present">Offices of which somebody is there.</param>
/// <param name="Represented">Of these, those for whom another came.</param>
/// <param name="Groups">By group, in the order of the groups.</param>
/// <param name="Pillars">By pillar, in the order of the pillars; offices of none come last under their own word.</param>
/// <param name="MissingPillars">Pillars of which nobody is there: said in words, and no hindrance.</param>
public sealed record AttendanceCount(
    int Units, int UnitsPresent, int Letters, int Present, int Represented,
    ImmutableArray<(OfficeGroup? Group, int Units, int UnitsPresent)> Groups, ImmutableArray<AttendanceLine> Pillars, ImmutableArray<string> MissingPillars)
{
    public static AttendanceCount Of(IReadOnlyCollection<Invitation> invitations, IReadOnlyList<(string Code, string Name)> pillars)
    {
        var units = invitations.ToLookup(i => i.Unit, StringComparer.Ordinal);
        var present = invitations.Where(i => i.IsPresent).ToList();
        var lines = pillars.Select(p => new AttendanceLine(p.Name, present.Count(i => i.Pillar == p.Code), invitations.Count(i => i.Pillar == p.Code)));
        return new AttendanceCount(
            units.Count, units.Count(u => u.Any(i => i.IsPresent)), invitations.Count, present.Count, present.Count(i => i.Delegate is not null),
            [
                .. invitations.GroupBy(i => i.Group).OrderBy(g => g.Key is null).ThenBy(g => g.Key).Select(g =>
                {
                    var own = g.ToLookup(i => i.Unit, StringComparer.Ordinal);
                    return (g.Key, own.Count, own.Count(u => u.Any(i => i.IsPresent)));
                }),
            ],
            [.. lines], [.. pillars.Where(p => !present.Exists(i => i.Pillar == p.Code)).Select(p => p.Name)]);
    }
}
