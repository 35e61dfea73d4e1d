using System.Text.Json;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>The features of a GeoJSON FeatureCollection one after another.</summary>
internal sealed class GeoJsonFeatures
{
    private readonly ReadOnlyMemory<byte> _json;
    private int _at;
    private JsonReaderState _state;
    private bool _ended;

    private GeoJsonFeatures(ReadOnlyMemory<byte> json) => _json = json;

    /// <summary>Number of the current feature, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The file, at its first feature.</summary>
    /// <exception cref="UnreadableFileException">It is not JSON, or no FeatureCollection.</exception>
    public static GeoJsonFeatures Open(Stream content, long limit)
    {
        var start = new PeekStream(content);
        var magic = start.Peek(8).Span;
        if (magic.StartsWith("PK\u0003\u0004"u8)) throw Unreadable(ImportFindings.NotFeatureCollection);
        var bytes = new MemoryStream(content.CanSeek ? (int)Math.Min(content.Length, limit) : 0);
        new CheckedText(TableReader.Unpacked(start, magic), limit).CopyTo(bytes);
        ReadOnlyMemory<byte> json = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty) throw Unreadable(TableFindings.Empty);
        var features = new GeoJsonFeatures(json);
        features.GoToFirst();
        return features;
    }

    /// <summary>The next feature, or null at the end.</summary>
    /// <exception cref="UnreadableFileException">It is not JSON from here on, or holds no feature at all.</exception>
    public JsonDocument? Next()
    {
        if (_ended) return null;
        try
        {
            var reader = new Utf8JsonReader(_json.Span[_at..], isFinalBlock: true, _state);
            reader.Read();
            if (reader.TokenType != JsonTokenType.EndArray)
            {
                var feature = JsonDocument.ParseValue(ref reader);
                Keep(ref reader);
                Number++;
                return feature;
            }

            // A file that was cut off after the last feature is not taken for a whole one.
            _ended = true;
            while (reader.Read()) reader.Skip();
        }
        catch (JsonException broken)
        {
            throw NotJson(broken);
        }

        return Number > 0 ? null : throw Unreadable(ImportFindings.NoFeatures);
    }

    private void GoToFirst()
    {
        try
        {
            var reader = new Utf8JsonReader(_json.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw Unreadable(ImportFindings.NotFeatureCollection);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isFeatures = reader.ValueTextEquals("features"u8);
                reader.Read();
                if (isFeatures && reader.TokenType == JsonTokenType.StartArray)
                {
                    Keep(ref reader);
                    return;
                }

                reader.Skip();
            }
        }
        catch (JsonException broken)
        {
            throw NotJson(broken);
        }

        throw Unreadable(ImportFindings.NotFeatureCollection);
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        _at += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private static UnreadableFileException NotJson(JsonException broken) =>
        new(new RowFinding((int?)broken.LineNumber + 1, null, null, ImportFindings.NotJson));

    private static UnreadableFileException Unreadable(FindingKind kind) => new(new RowFinding(null, null, null, kind));
}
