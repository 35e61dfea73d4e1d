using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>The kinds of people that a plan is made with.</summary>
internal enum ForceKind
{
    Linmas,
    Police,
    Bko,
}

/// <summary>
/// Which home of a plan an area or command is. Linmas are counted at a village, or as a pool at a kecamatan or kabupaten
/// whose men may stand anywhere inside. Police and BKO are counted at a kecamatan (its Polsek), a village (for its
/// kecamatan), or a jurisdiction; at a kabupaten only where that is one jurisdiction.
/// </summary>
/// <param name="Territory">The ground of the plan.</param>
/// <param name="Report">Takes what has no home.</param>
internal sealed record ForceHomes(TerritoryMap Territory, InputReport Report)
{
    /// <summary>The column in which files name a home.</summary>
    public const string Column = "home_code";

    /// <summary>The home, or null after a problem.</summary>
    /// <param name="kind">Whose it is.</param>
    /// <param name="code">An area's code or a jurisdiction's name.</param>
    /// <param name="source">Where it was said: a file, or a unit.</param>
    /// <param name="row">Row of the file.</param>
    public (HomeLevel Level, int Index)? Find(ForceKind kind, string code, string source, int? row)
    {
        var police = kind != ForceKind.Linmas;
        if (Territory.FindVillage(code) is { } village)
            return police ? (HomeLevel.Kecamatan, Territory.Villages[village].Kecamatan) : (HomeLevel.Village, village);
        if (Territory.FindKecamatan(code) is { } kecamatan) return (HomeLevel.Kecamatan, kecamatan);
        // A Polres may go by the code of a kabupaten that it shares with another: the name of a jurisdiction comes first.
        if (police && Territory.FindJurisdiction(code) is { } named) return (HomeLevel.Jurisdiction, named);
        if (Territory.FindKabupaten(code) is { } kabupaten)
            return police ? OnlyJurisdictionOf(code, kabupaten, source, row) : (HomeLevel.Kabupaten, kabupaten);
        Report.Add(Territory.FindJurisdiction(code) is not null
            ? new LinmasOfJurisdiction(source, row, code)
            : new UnknownCode(source, row, Column, code, "home", police ? "the areas of the villages file or the jurisdictions" : "the areas of the villages file"));
        return null;
    }

    private (HomeLevel Level, int Index)? OnlyJurisdictionOf(string code, int kabupaten, string source, int? row)
    {
        var inside = Territory.Kecamatan.Where(k => k.Kabupaten == kabupaten).Select(k => k.Jurisdiction).Distinct().Order().ToList();
        if (inside.Count == 1) return (HomeLevel.Jurisdiction, inside[0]);
        Report.Add(new KabupatenHasSeveralJurisdictions(source, row, code, string.Join(", ", inside.Select(j => Territory.Jurisdictions[j]))));
        return null;
    }
}

/// <summary>Adds people up by kind and home.</summary>
internal sealed class ForceCounts
{
    // Sixty times the country's Linmas; low enough that no sum overflows.
    private const int MostPersons = 100_000_000;

    private readonly SortedDictionary<(ForceKind Kind, HomeLevel Level, int Index), int> _counts = [];
    private long _total;

    public bool IsEmpty => _counts.Count == 0;

    public void Add(ForceKind kind, (HomeLevel Level, int Index) home, int count)
    {
        _total += count;
        if (_total > MostPersons) return;
        var key = (kind, home.Level, home.Index);
        _counts[key] = _counts.GetValueOrDefault(key) + count;
    }

    /// <summary>Says so where there are more than can be.</summary>
    public void RefuseTooMany(string source, InputReport report)
    {
        if (_total > MostPersons) report.Add(new TooManyPersons(source, _total, MostPersons));
    }

    public ForceRoster ToRoster(FrozenDictionary<(bool Bko, int Jurisdiction), string>? kabupatenGiven = null)
    {
        return new ForceRoster(
            new GuardForces(Of(ForceKind.Linmas), Of(ForceKind.Police), Of(ForceKind.Bko)),
            kabupatenGiven ?? FrozenDictionary<(bool Bko, int Jurisdiction), string>.Empty);

        ImmutableArray<ForceHome> Of(ForceKind kind) =>
            [.. _counts.Where(c => c.Key.Kind == kind).Select(c => new ForceHome(c.Key.Level, c.Key.Index, c.Value))];
    }
}
