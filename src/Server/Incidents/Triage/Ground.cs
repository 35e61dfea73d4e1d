using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>How the areas of two reports lie to one another.</summary>
internal enum Lying : byte
{
    /// <summary>Neither the same nor near.</summary>
    Apart,

    /// <summary>Villages side by side, or a village beside a kecamatan.</summary>
    Near,

    /// <summary>One area holds the other, and more than it.</summary>
    Holds,

    /// <summary>One village, or one kecamatan given by both.</summary>
    Same,
}

/// <summary>The villages of one kabupaten by name, and which lie side by side.</summary>
internal sealed class Ground
{
    /// <summary>No village.</summary>
    public const short None = -1;

    // Whoever gives the wrong village gives one of the next.
    private const int Nearest = 10;

    private readonly ImmutableArray<(string Code, string Name)> _villages;
    private readonly FrozenDictionary<string, short> _byCode;
    private readonly ImmutableArray<FrozenSet<short>> _near;
    private readonly FrozenDictionary<string, FrozenSet<short>> _besideKecamatan;

    public Ground(IReadOnlyList<(string Code, string? Name, GeoPoint? At)> villages)
    {
        _villages = [.. villages.Select(v => (v.Code, Gist.Key(v.Name ?? "")))];
        _byCode = villages.Index().ToFrozenDictionary(v => v.Item.Code, v => (short)v.Index, StringComparer.Ordinal);
        _near =
        [
            .. villages.Index().Select(v => (v.Item.At is { } here
                    ? villages.Index().Where(o => o.Index != v.Index && o.Item.At is not null).OrderBy(o => o.Item.At!.Value.MetresTo(here)).Take(Nearest)
                    : villages.Index().Where(o => o.Index != v.Index && o.Item.Code[..8] == v.Item.Code[..8]))
                .Select(o => (short)o.Index).ToFrozenSet()),
        ];
        _besideKecamatan = _villages.Index().GroupBy(v => v.Item.Code[..8], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.SelectMany(v => _near[v.Index]).ToFrozenSet(), StringComparer.Ordinal);
    }

    /// <summary>Whether a village lies in the area, or beside the kecamatan that it is.</summary>
    private bool Reaches(string area, short village) => _villages[village].Code.StartsWith(area, StringComparison.Ordinal) || (_besideKecamatan.TryGetValue(area, out var beside) && beside.Contains(village));

    /// <summary>The number of a village; <see cref="None"/> for a larger area.</summary>
    public short Village(string code) => _byCode.GetValueOrDefault(code, None);

    /// <summary>The village of this name that lies in the area, or beside it; <see cref="None"/> where there is none, or no telling which.</summary>
    public short Named(string name, string area)
    {
        if (name.Length < 4) return None;
        var (found, stated) = (None, Village(area));
        for (short i = 0; i < _villages.Length; i++)
        {
            var (code, known) = _villages[i];
            if (known.Length == 0 || known[0] != name[0] || Math.Abs(known.Length - name.Length) > 2) continue;
            var inside = stated == None ? code.StartsWith(area, StringComparison.Ordinal) : i == stated || AreNear(i, stated) || code[..8] == area[..8];
            if (!inside || !Spelling.AreOne(known, name)) continue;
            if (i == stated) return i;
            if (known == name && (found == None || _villages[found].Name != name)) found = i;
            else if (found == None) found = i;
            else if (_villages[found].Name != name) return None;
        }

        return found;
    }

    /// <summary>Whether either is among the nearest of the other.</summary>
    public bool AreNear(short a, short b) => _near[a].Contains(b) || _near[b].Contains(a);

    /// <summary>For each village whether a report of it may be compared with this one.</summary>
    public bool[] Reached(Gist gist)
    {
        var reached = new bool[_villages.Length];
        for (short i = 0; i < reached.Length; i++)
            reached[i] = i == gist.Village || i == gist.Named || (gist.Village == None ? Reaches(gist.Area, i) : AreNear(i, gist.Village));
        return reached;
    }

    public Lying Between(Gist a, Gist b)
    {
        if (a.Village != None && b.Village != None) return a.Village == b.Village ? Lying.Same : AreNear(a.Village, b.Village) ? Lying.Near : Lying.Apart;
        if (a.Area == b.Area) return Lying.Same;
        if (a.Area.StartsWith(b.Area, StringComparison.Ordinal) || b.Area.StartsWith(a.Area, StringComparison.Ordinal)) return Lying.Holds;
        return (a.Village != None && Reaches(b.Area, a.Village)) || (b.Village != None && Reaches(a.Area, b.Village)) ? Lying.Near : Lying.Apart;
    }
}
