using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Official;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>The areas that the rows of a file lie in: they come along from the official list, silently.</summary>
internal sealed class Ancestors
{
    private readonly Dictionary<string, (string? Name, int Row, bool Flagged)> _areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Name, int Row, bool Flagged)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly SortedSet<string> _places = new(StringComparer.Ordinal);

    public Ancestors() => _bySpan = _areas.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Codes of the kecamatan (or larger areas) that the rows lie in; kabupaten where these are many.</summary>
    public IEnumerable<string> Places =>
        _places.Count <= 60 ? _places : _places.Select(p => p.Length > 5 ? p[..5] : p).Distinct(StringComparer.Ordinal);

    /// <summary>Needs an area and all above it.</summary>
    /// <param name="code">A kabupaten, kecamatan or village.</param>
    /// <param name="row">Who asks.</param>
    /// <param name="flagged">Whether that row is flagged already.</param>
    /// <param name="name">Its name where the official list has none.</param>
    public void Need(ReadOnlySpan<char> code, int row, bool flagged, string? name = null)
    {
        if (_bySpan.ContainsKey(code)) return;
        _places.Add(code.Length > 8 ? code[..8].ToString() : code.ToString());
        Add(code, row, flagged, name);
    }

    public void Write(BulkWriter writer)
    {
        foreach (var (code, (name, row, flagged)) in _areas)
        {
            writer.Text(code);
            writer.Text(name);
            writer.Whole((int)AreaCode.LevelOf(code, name));
            writer.Whole(row);
            writer.Flag(flagged);
            writer.EndRow();
        }

        writer.Complete();
    }

    private void Add(ReadOnlySpan<char> code, int row, bool flagged, string? name)
    {
        if (_bySpan.ContainsKey(code)) return;
        var area = code.ToString();
        _areas.Add(area, (OfficialAreaList.Default.NameOf(area) ?? name, row, flagged));
        var above = area.LastIndexOf('.');
        if (above > 0) Add(area.AsSpan(0, above), row, flagged, null);
    }
}
