using System.Globalization;
using System.Text.Json;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>
/// Reads outlines of villages, kecamatan and kabupaten from a GeoJSON FeatureCollection, one feature after another:
/// besides the file's text only one feature is held.
/// </summary>
public sealed class BoundaryImport
{
    /// <summary>Largest file taken, unpacked, in bytes: 64 MiB.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    // Finer areas first: the outline of a village often names its kecamatan and kabupaten too.
    private static readonly string[] CodeNames =
    [
        "village_code", "kode_kemendagri", "kode_desa", "kode_kelurahan", "kdepum", "area_code", "kode_wilayah", "kode", "code",
        "kode_kecamatan", "kecamatan_code", "kdcpum", "kode_kabupaten", "kabupaten_code", "kdpkab",
    ];

    private static readonly string[] NameNames =
        ["name", "nama", "nama_desa", "nama_kelurahan", "desa", "kelurahan", "village", "namobj", "wadmkd"];

    private readonly GeoJsonFeatures _features;
    private readonly Action<RowFinding> _found;
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);
    private bool? _swapped;

    private BoundaryImport(GeoJsonFeatures features, Action<RowFinding> found)
    {
        _features = features;
        _found = found;
    }

    /// <summary>The file, or null after a finding about it.</summary>
    public static BoundaryImport? Open(Stream content, Action<RowFinding> found, long limit = MaxBytes)
    {
        try
        {
            return new BoundaryImport(GeoJsonFeatures.Open(content, limit), found);
        }
        catch (UnreadableFileException broken)
        {
            found(broken.Finding);
            return null;
        }
    }

    /// <summary>Sound and flagged outlines; one that is refused has been told of and is left out.</summary>
    public IEnumerable<ParsedBoundary> Rows()
    {
        while (Next(out var boundary))
            if (boundary is not null)
                yield return boundary;
    }

    private bool Next(out ParsedBoundary? boundary)
    {
        boundary = null;
        try
        {
            using var feature = _features.Next();
            if (feature is null) return false;
            boundary = Parse(_features.Number, feature.RootElement);
            return true;
        }
        catch (UnreadableFileException broken)
        {
            _found(broken.Finding);
            return false;
        }
    }

    private ParsedBoundary? Parse(int row, JsonElement feature)
    {
        var properties = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var given)
            && given.ValueKind == JsonValueKind.Object
            ? given.EnumerateObject().Select(p => (p.Name, Cell: CellOf(p.Value))).Where(p => !p.Cell.IsBlank).ToList()
            : [];
        var (column, cell) = Find(CodeNames);
        if (column is null)
        {
            Found(null, null, ImportFindings.NoAreaCode, string.Join(", ", CodeNames));
            return null;
        }

        if (CodeText.Area(cell) is not { } code)
        {
            Found(column, cell.Text, ImportFindings.NotAreaCode);
            return null;
        }

        var sound = _first.TryAdd(code, row);
        if (!sound) Found(column, code, ImportFindings.RepeatedArea, _first[code].ToString(CultureInfo.InvariantCulture));
        var name = Find(NameNames).Cell.Text;
        if (name?.Length > RowFields.MaxText) name = name[..RowFields.MaxText];
        var shape = Shape(feature, (kind, arguments) => Found(column, code, kind, arguments));
        return sound && shape is not null ? new ParsedBoundary(row, code, name, shape) : null;

        (string? Name, TableCell Cell) Find(string[] names) =>
            names.Select(n => properties.Find(p => TableColumns.Key(p.Name) == TableColumns.Key(n))).FirstOrDefault(p => p.Name is not null);

        void Found(string? named, string? value, FindingKind kind, params string[] arguments) =>
            _found(new RowFinding(row, named, value, kind, [.. arguments]));
    }

    private BoundaryShape? Shape(JsonElement feature, Action<FindingKind, string[]> found)
    {
        if (!feature.TryGetProperty("geometry", out var geometry)) geometry = default;
        var read = ShapeReader.Read(geometry);
        if (read.Outside is not null) found(ImportFindings.ShapeOutsideIndonesia, [read.Outside]);
        else if (read.Shape is null) found(ImportFindings.NotAPolygon, []);
        if (read.Shape is null) return null;

        // One word for a whole file of [lat, lng]; a file that mixes both is told of where it changes.
        if (_swapped is null && read.Swapped) _found(new RowFinding(null, null, null, ImportFindings.LatLngFile));
        else if (_swapped is not null && _swapped != read.Swapped) found(ImportFindings.OtherOrderThanFile, []);
        _swapped ??= read.Swapped;
        if (read.Closed > 0) found(ImportFindings.RingClosed, [read.Closed.ToString(CultureInfo.InvariantCulture)]);
        if (read.Dropped > 0) found(ImportFindings.RingDropped, [read.Dropped.ToString(CultureInfo.InvariantCulture)]);
        return read.Shape;
    }

    private static TableCell CellOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => new TableCell(value.GetString()!.Trim()),
                JsonValueKind.Number => new TableCell(value.GetRawText(), CellKind.Number),
                _ => new TableCell(""),
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is sound JSON and no text.
            return new TableCell("");
        }
    }
}
