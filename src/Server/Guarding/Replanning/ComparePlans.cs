using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using static TigaPilar.Server.Shell.Indonesian;

namespace TigaPilar.Server.Guarding.Replanning;

/// <summary>Says in Indonesian what changed between two written plans.</summary>
internal static class ComparePlans
{
    /// <summary>Lines of one kind that are told; a whole new plan would otherwise fill the screen.</summary>
    private const int Shown = 40;

    /// <summary>Reads both folders and compares; the exit code.</summary>
    public static int Run(string before, string after, TextWriter output, TextWriter error)
    {
        var report = new InputReport();
        var (first, second) = (WrittenPlan.Read(before, report), WrittenPlan.Read(after, report));
        if (first is null || second is null)
        {
            report.WriteProblems(error);
            return ExitCode.BadInput;
        }

        Write(output, first, second);
        return ExitCode.Ok;
    }

    /// <summary>The whole comparison.</summary>
    public static void Write(TextWriter output, WrittenPlan before, WrittenPlan after)
    {
        var compared = PlanComparison.Of(before, after);
        var (was, now) = (before.Summary, after.Summary);
        var both = compared.Groups.Where(g => g.Before is not null && g.After is not null).ToList();
        var changed = both.FindAll(g => g.Left.Length + g.Joined.Length > 0);
        var lost = compared.Groups.Where(g => g.After is null).ToList();
        var opened = compared.Groups.Where(g => g.Before is null).ToList();
        output.WriteLine($"Perubahan dari {before.Folder} ke {after.Folder}:");
        output.WriteLine(
            $"Kelompok {Pair(was.Groups, now.Groups)}: {Whole(both.Count - changed.Count)} tetap, {Whole(changed.Count)} berubah, "
            + $"{Whole(lost.Count)} hilang, {Whole(opened.Count)} baru.");
        List(output, changed.Select(g => $"{Names(g)}: {string.Join("; ", Changes(g))}"));
        List(output, lost.Select(g => $"{g.Before} hilang: {string.Join(", ", g.Left)}"));
        List(output, opened.Select(g => $"{g.After} baru: {string.Join(", ", g.Joined)}"));
        output.WriteLine(
            $"TPS {Pair(was.Stations, now.Stations)}: {Whole(compared.Gone.Length)} hilang, {Whole(compared.New.Length)} baru, "
            + $"{Whole(compared.Moved.Length)} pindah kelompok.");
        People(output, "Polisi", was.OfficersNeeded, now.OfficersNeeded, was.OfficersAvailable, now.OfficersAvailable, was.OfficersShort, now.OfficersShort, compared.Officers);
        People(output, "Linmas", was.LinmasNeeded, now.LinmasNeeded, was.LinmasAvailable, now.LinmasAvailable, was.LinmasShort, now.LinmasShort, compared.Linmas);
        output.WriteLine($"Jarak di dalam kelompok {Kilometres(was.TravelM)} → {Kilometres(now.TravelM)} km.");
        var shortages = before.Short.Keys.Union(after.Short.Keys)
            .Select(k => (k.Kind, k.Code, Was: before.Short.GetValueOrDefault(k), Now: after.Short.GetValueOrDefault(k)))
            .Where(s => s.Was != s.Now).OrderBy(s => s.Kind, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal).ToList();
        if (shortages.Count == 0) return;
        output.WriteLine("Kekurangan yang berubah:");
        List(output, shortages.Select(s => $"{(s.Kind == "linmas" ? "Linmas" : "polisi")} {s.Code}: {Pair(s.Was, s.Now)}"));
    }

    private static void People(
        TextWriter output, string who, int needed, int needs, int? available, int? has, int? missing, int? lacks, PostingChange change)
    {
        output.WriteLine(
            $"{who}: perlu {Pair(needed, needs)}; ada {Known(available)} → {Known(has)}; kurang {Known(missing)} → {Known(lacks)}.");
        if (missing is not null && lacks is not null)
            output.WriteLine(
                $"  Penempatan: {Whole(change.Kept)} tetap, {Whole(change.Moved)} pindah, {Whole(change.Added)} ditambah, {Whole(change.Dropped)} dilepas.");
    }

    private static void List(TextWriter output, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        foreach (var line in all.Take(Shown)) output.WriteLine($"  {line}");
        if (all.Count > Shown) output.WriteLine($"  … dan {Whole(all.Count - Shown)} lagi");
    }

    private static IEnumerable<string> Changes(ComparedGroup group)
    {
        if (group.Left.Length > 0) yield return $"keluar {string.Join(", ", group.Left)}";
        if (group.Joined.Length > 0) yield return $"masuk {string.Join(", ", group.Joined)}";
    }

    private static string Names(ComparedGroup group) => group.Before == group.After ? group.Before! : $"{group.Before} (kini {group.After})";

    private static string Pair(int before, int after) => before == after ? Whole(before) : $"{Whole(before)} → {Whole(after)}";

    private static string Known(int? number) => number is { } known ? Whole(known) : "belum diisi";

    private static string Kilometres(double metres) => Whole((long)Math.Round(metres / 1000));
}
