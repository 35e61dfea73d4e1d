using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk;

/// <summary>Which stations the list shows: of an area, of a class or expired, and found by a code or a village's name.</summary>
internal sealed record ClassQuery(string? Area, string? Kind, string? Search)
{
    /// <summary>The areas whose names the list shows.</summary>
    public static string[] AreasOf(IEnumerable<ClassInForce> stations) =>
        [.. stations.SelectMany(s => (string[])[AreaCode.VillageOf(s.Code), AreaCode.KecamatanOf(s.Code)]).Distinct(StringComparer.Ordinal)];

    public List<ClassInForce> Of(IEnumerable<ClassInForce> all, IReadOnlyDictionary<string, string> names)
    {
        var found = all.Where(s => (string.IsNullOrEmpty(Area) || AreaSet.IsWithin(s.Code, Area)) && (string.IsNullOrEmpty(Kind) || (Kind == "kedaluwarsa" ? s.Expired : s.Class.ToString() == Kind)));
        if (!string.IsNullOrWhiteSpace(Search))
            found = found.Where(s => s.Code.Contains(Search.Trim(), StringComparison.Ordinal) || (names.GetValueOrDefault(AreaCode.VillageOf(s.Code)) ?? "").Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));
        return [.. found];
    }
}
