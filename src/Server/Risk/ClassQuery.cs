using System.Collections.Immutable;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk;

/// <summary>Which stations the list shows: of an area, of a class or expired, flagged by Bawaslu, and found by a code or a village's name.</summary>
internal sealed record ClassQuery(string? Area, string? Kind, string? Search, string? Flag)
{
    /// <summary>The value of <see cref="Flag"/> for stations that have any.</summary>
    public const string AnyFlag = "ada";

    /// <summary>The areas whose names the list shows.</summary>
    public static string[] AreasOf(IEnumerable<string> stations) =>
        [.. stations.SelectMany(s => (string[])[AreaCode.VillageOf(s), AreaCode.KecamatanOf(s)]).Distinct(StringComparer.Ordinal)];

    public List<ClassInForce> Of(IEnumerable<ClassInForce> all, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, ImmutableArray<string>> flags)
    {
        var found = all.Where(s => (string.IsNullOrEmpty(Area) || AreaSet.IsWithin(s.Code, Area)) && (string.IsNullOrEmpty(Kind) || (Kind == "kedaluwarsa" ? s.Expired : s.Class.ToString() == Kind)));
        if (!string.IsNullOrEmpty(Flag)) found = found.Where(s => flags.TryGetValue(s.Code, out var own) && (Flag == AnyFlag || own.Contains(Flag, StringComparer.Ordinal)));
        if (!string.IsNullOrWhiteSpace(Search))
            found = found.Where(s => s.Code.Contains(Search.Trim(), StringComparison.Ordinal) || (names.GetValueOrDefault(AreaCode.VillageOf(s.Code)) ?? "").Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));
        return [.. found];
    }
}
