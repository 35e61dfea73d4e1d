using TigaPilar.Planning.Guarding;

namespace TigaPilar.Bench;

/// <summary>
/// Our plan beside CP-SAT's, kecamatan by kecamatan. Plans are compared as they are ranked: groups first, then travel.
/// </summary>
internal sealed class PeerComparison(BenchReport report)
{
    private const double EqualTravel = 1 + 1e-6;

    private readonly BenchTable _table = report.Table(
        2, "kecamatan", "unit", "stations", "ours groups", "ours km", "ours s",
        "CP-SAT groups", "CP-SAT km", "CP-SAT s", "ratio", "ended",
        "hinted groups", "hinted km", "hinted s", "hinted ratio", "hinted ended");

    private readonly List<double> _hintedRatios = [];
    private int _free;
    private int _freeLost;
    private int _hintedLost;
    private int _hintNotTaken;
    private int _none;

    /// <summary>One kecamatan: CP-SAT alone until it is not worse than ours, and CP-SAT from our plan until the cap.</summary>
    public void Compare(NationData nation, GroupingUnit unit, string kecamatan, double cap)
    {
        var problem = nation.Problem(unit, kecamatan) with { Forces = null };
        var (plan, seconds, _) = GuardBench.BestOf(
            2, () => GuardPlanner.Solve(problem, SearchBudget.Standard, 1, CancellationToken.None, threads: 2));
        // The peer does not model khusus stations: they are groups of their own in any plan.
        var ours = plan.Groups.Length - problem.Stations.Count(s => s.Class == StationClass.Khusus);
        var free = CpSatPeer.Solve(problem, plan, hint: false, cap, workers: 2);
        var hinted = CpSatPeer.Solve(problem, plan, hint: true, cap, workers: 2);
        _table.Row(
        [
            kecamatan, $"{unit}", $"{problem.Stations.Length}", $"{ours}", $"{plan.TravelMetres / 1000:F2}", $"{seconds:F2}",
            .. Cells(free, ours, plan.TravelMetres), .. Cells(hinted, ours, plan.TravelMetres),
        ]);
        CountFree(free, ours, plan.TravelMetres);
        CountHinted(hinted, ours, plan.TravelMetres);
    }

    /// <summary>States the goals over all kecamatan.</summary>
    public void State()
    {
        report.Note($"{_none} runs of CP-SAT ended without any solution, and {_hintNotTaken} with more groups than the hint had: they are not counted");
        report.Goal(
            "not worse than CP-SAT without hint (groups, then travel)", "0 lost", $"{_freeLost} lost of {_free}",
            _free == 0 ? null : _freeLost == 0);
        report.Goal(
            "CP-SAT from our plan ends with as many groups, not fewer", "0 fewer", $"{_hintedLost} fewer, {_hintedRatios.Count} equal",
            _hintedLost + _hintedRatios.Count == 0 ? null : _hintedLost == 0);
        report.AtMost(
            "our travel to CP-SAT's best from our plan, worst", _hintedRatios.Count == 0 ? null : _hintedRatios.Max(), 1.01, "F4");
    }

    private void CountFree(PeerResult free, int ours, double travel)
    {
        if (free.Groups == 0)
        {
            _none++;
            return;
        }

        _free++;
        if (free.Groups < ours || (free.Groups == ours && travel > free.TravelMetres * EqualTravel))
            _freeLost++;
    }

    private void CountHinted(PeerResult hinted, int ours, double travel)
    {
        if (hinted.Groups == 0)
            _none++;
        else if (hinted.Groups > ours)
            _hintNotTaken++;
        else if (hinted.Groups < ours)
            _hintedLost++;
        else
            _hintedRatios.Add(travel == 0 ? 1 : travel / hinted.TravelMetres);
    }

    private static string[] Cells(PeerResult peer, int ours, double travel) => peer.Groups == 0
        ? ["none", "-", $"{peer.Seconds:F1}", "-", "capped"]
        :
        [
            $"{peer.Groups}", $"{peer.TravelMetres / 1000:F2}", $"{peer.Seconds:F1}",
            peer.Groups != ours ? "-" : peer.TravelMetres == 0 ? "1.0000" : $"{travel / peer.TravelMetres:F4}",
            peer.Proved ? "proved" : peer.Capped ? "capped" : "stopped",
        ];
}
