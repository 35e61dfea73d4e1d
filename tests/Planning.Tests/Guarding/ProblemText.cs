using System.Globalization;
using System.Text;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>A problem as text from which it can be typed in again: what a failed property prints.</summary>
internal static class ProblemText
{
    public static string Of(GuardProblem problem)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Line($"unit {problem.Unit}, fill rawan {problem.FillRawan}, sangat rawan {problem.FillSangatRawan}, neighbours {problem.NeighbourMetres}");
        Line($"kecamatan (jurisdiction kabupaten): {string.Join(", ", problem.Kecamatan.Select(k => $"{k.Jurisdiction} {k.Kabupaten}"))}");
        foreach (var p in problem.Patterns)
            Line($"pattern {p.Class}: {p.Officers} officers, most {p.MaxStations}, Linmas {p.LinmasPerStation}, radius {p.RadiusMetres}");
        for (var v = 0; v < problem.Villages.Length; v++)
            Line($"village {v}: kecamatan {problem.Villages[v].Kecamatan}, {problem.Villages[v].Centroid}");
        for (var a = 0; a < problem.Villages.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                if (problem.Distances?.Between(a, b) is { } metres)
                    Line($"villages {b} and {a}: {metres} m by minutes");
            }
        }

        for (var s = 0; s < problem.Stations.Length; s++)
        {
            var (place, village, @class) = problem.Stations[s];
            Line($"station {s}: {place.Latitude}, {place.Longitude}, village {village}, {@class}");
        }

        foreach (var l in problem.Links)
            Line($"link {l.A} {l.B} {(l.Together ? "together" : "apart")}");
        if (problem.Forces is { } forces)
        {
            Line($"Linmas: {string.Join(", ", forces.Linmas.Select(h => $"{h.Level} {h.Index} {h.Count}"))}");
            Line($"police: {string.Join(", ", forces.Police.Select(h => $"{h.Level} {h.Index} {h.Count}"))}");
            Line($"BKO: {string.Join(", ", forces.Bko.Select(h => $"{h.Level} {h.Index} {h.Count}"))}");
        }

        return text.ToString();
    }
}
