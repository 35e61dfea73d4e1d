using System.Globalization;
using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Elections.Calendar;

/// <summary>Stages of another election in the same areas while this one has its own: the same people are asked for twice.</summary>
/// <param name="One">This election.</param>
/// <param name="With">The other one.</param>
/// <param name="Stages">Of the other one, each cut to the days on which both have a stage.</param>
public sealed record Overlap(ElectionDays One, ElectionDays With, IReadOnlyList<StageDays> Stages)
{
    /// <summary>With each of the others that there is one with.</summary>
    public static IReadOnlyList<Overlap> Of(ElectionDays one, IEnumerable<ElectionDays> others) =>
    [
        .. others.Where(o => o.Code != one.Code && o.Areas.Any(a => one.Areas.Any(b => AreaSet.IsWithin(a, b) || AreaSet.IsWithin(b, a))))
            .Select(o => new Overlap(one, o, [.. All(o).SelectMany(s => Common(s, All(one)))]))
            .Where(o => o.Stages.Count > 0),
    ];

    /// <summary>Each pair of them once, named by the one that votes first, where they overlap between two days.</summary>
    public static IEnumerable<Overlap> Between(IReadOnlyList<ElectionDays> elections, DateOnly from, DateOnly to) =>
        elections.SelectMany((one, i) => Of(one, elections.Skip(i + 1)))
            .Select(o => o with { Stages = [.. o.Stages.Where(s => s.From <= to && s.To >= from)] })
            .Where(o => o.Stages.Count > 0);

    /// <summary>Masa kampanye 3–10 Juni, Masa tenang 11–13 Juni.</summary>
    public string Words(DateOnly today) => string.Join(", ", Stages.Select(s => $"{s.Name} {Range(s.From, s.To, today)}"));

    /// <summary>3–10 Juni, 28 Mei – 3 Juni; with the year where it is not the year of today.</summary>
    public static string Range(DateOnly from, DateOnly to, DateOnly today)
    {
        var year = to.Year == today.Year && from.Year == to.Year ? "" : $" {to.Year.ToString(CultureInfo.InvariantCulture)}";
        var last = to.ToString("d MMMM", CultureInfo.CurrentCulture) + year;
        if (from == to) return last;
        if (from.Year != to.Year) return $"{from.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)} – {last}";
        return from.Month == to.Month ? $"{from.Day.ToString(CultureInfo.InvariantCulture)}–{last}" : $"{from.ToString("d MMMM", CultureInfo.CurrentCulture)} – {last}";
    }

    // Where nobody entered stages there is still the day itself.
    private static IReadOnlyList<StageDays> All(ElectionDays election) =>
        election.Stages.Count == 0 && election.VotingDay is { } day ? [new StageDays("H", day, day)] : election.Stages;

    // The days of a stage on which any of the others runs, as one stretch.
    private static IEnumerable<StageDays> Common(StageDays stage, IReadOnlyList<StageDays> others)
    {
        var met = others.Where(o => o.From <= stage.To && o.To >= stage.From).ToList();
        if (met.Count == 0) yield break;
        var (from, to) = (met.Min(o => o.From), met.Max(o => o.To));
        yield return stage with { From = from > stage.From ? from : stage.From, To = to < stage.To ? to : stage.To };
    }
}
