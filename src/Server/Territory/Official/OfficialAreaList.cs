using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Official;

/// <summary>
/// The official list of all areas: one block of text, loaded when first asked, and where each line begins. A dictionary
/// of its 91,599 names would take ten times the memory.
/// </summary>
internal sealed class OfficialAreaList
{
    private static readonly Lazy<OfficialAreaList> Loaded = new(Load);
    private readonly byte[] _text;
    private readonly int[] _lines;

    private OfficialAreaList(byte[] text, int[] lines)
    {
        _text = text;
        _lines = lines;
    }

    public static OfficialAreaList Default => Loaded.Value;

    public int Count => _lines.Length;

    /// <summary>The area, or null where the list does not have it.</summary>
    public AreaName? Find(string code)
    {
        var at = PlaceOf(code);
        return at >= 0 ? At(at) : null;
    }

    /// <summary>The name, or null where the list does not have it.</summary>
    public string? NameOf(string code)
    {
        var at = PlaceOf(code);
        return at >= 0 ? NameAt(at) : null;
    }

    /// <summary>All areas one level below, by code; the provinces for the empty code.</summary>
    public ImmutableArray<AreaName> Children(string code)
    {
        var found = ImmutableArray.CreateBuilder<AreaName>();
        var length = code.Length switch { 0 => 2, 2 => 5, 5 => 8, 8 => 13, _ => 0 };
        var prefix = code.Length == 0 ? "" : code + ".";
        var at = PlaceOf(prefix);
        for (at = at < 0 ? ~at : at; at < _lines.Length; at++)
        {
            var line = CodeAt(at);
            if (line.Length < prefix.Length || !Ascii.Equals(line[..prefix.Length], prefix)) break;
            if (line.Length == length) found.Add(At(at));
        }

        return found.ToImmutable();
    }

    internal static OfficialAreaList Parse(byte[] text)
    {
        var lines = new List<int>(92_000);
        for (var at = 0; at < text.Length;)
        {
            lines.Add(at);
            var length = text.AsSpan(at).IndexOf((byte)'\n');
            at = length < 0 ? text.Length : at + length + 1;
        }

        var list = new OfficialAreaList(text, [.. lines]);

        // Sorted as lines, 35.01 stands before 35: a semicolon is more than a dot.
        Array.Sort(list._lines, (a, b) => CodeFrom(text, a).SequenceCompareTo(CodeFrom(text, b)));
        return list;
    }

    private static OfficialAreaList Load()
    {
        using var packed = typeof(OfficialAreaList).Assembly.GetManifestResourceStream("Territory.official-areas.csv.gz")
            ?? throw new InvalidOperationException("official-areas.csv.gz is not embedded.");
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new MemoryStream(3_000_000);
        unpacked.CopyTo(text);
        return Parse(text.ToArray());
    }

    private AreaName At(int at)
    {
        var code = Encoding.ASCII.GetString(CodeAt(at));
        var name = NameAt(at);
        return new AreaName(code, name, AreaCode.LevelOf(code, name));
    }

    private string NameAt(int at)
    {
        var line = _text.AsSpan(_lines[at] + CodeAt(at).Length + 1);
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? line : line[..end]);
    }

    private ReadOnlySpan<byte> CodeAt(int at) => CodeFrom(_text, _lines[at]);

    private static ReadOnlySpan<byte> CodeFrom(byte[] text, int start)
    {
        var rest = text.AsSpan(start);
        return rest[..rest.IndexOf((byte)';')];
    }

    private int PlaceOf(string code)
    {
        Span<byte> wanted = stackalloc byte[32];
        if (code.Length > wanted.Length || !Encoding.ASCII.TryGetBytes(code, wanted, out var length)) return -1;
        var (low, high) = (0, _lines.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = CodeAt(middle).SequenceCompareTo(wanted[..length]);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
