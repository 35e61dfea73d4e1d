using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// What a board is told: how many of each topic in each kecamatan, at most once a second. On a voting day a thousand reports
/// come in a second; a page that reads itself anew needs to know that there are some, and where.
/// </summary>
internal sealed class FeedCounts
{
    /// <summary>Length of a kecamatan's code.</summary>
    private const int Kecamatan = 8;

    // As many as there are topics and kecamatan.
    private static readonly ConcurrentDictionary<(string Topic, string? Area), string> Kinds = new();

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool IsEmpty => _counts.Count == 0;

    /// <summary>As what an event is counted: the beginning of its part of the message.</summary>
    public static string KindOf(string topic, string? area)
    {
        var near = area is { Length: > Kecamatan } ? area[..Kecamatan] : area;
        return Kinds.GetOrAdd((topic, near), static k => $"{JsonSerializer.Serialize(new { topic = k.Topic, area = k.Area })[..^1]},\"count\":");
    }

    public void Add(FeedItem item, int count = 1) => _counts[item.Kind] = _counts.GetValueOrDefault(item.Kind) + count;

    /// <summary>One message of all that was counted; counting begins anew.</summary>
    public byte[] Take(long position)
    {
        var text = new StringBuilder(64 + (64 * _counts.Count)).Append(CultureInfo.InvariantCulture, $"event: hitung\nid: {position}\ndata: [");
        foreach (var (kind, count) in _counts) text.Append(text[^1] == '[' ? "" : ",").Append(kind).Append(CultureInfo.InvariantCulture, $"{count}}}");
        _counts.Clear();
        return Encoding.UTF8.GetBytes(text.Append("]\n\n").ToString());
    }
}
