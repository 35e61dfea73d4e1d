using System.Text.Unicode;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>
/// Text on its way to a reader, held to be UTF-8 without NUL and no longer than the limit: a small packed file may
/// unpack to terabytes, and a reader would put a question mark where a letter was.
/// </summary>
internal sealed class CheckedText(Stream inner, long limit) : ReadOnlyStream
{
    private readonly byte[] _tail = new byte[8];
    private int _tailLength;
    private int _line = 1;
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Unreadable(TableFindings.Damaged, null);
        }

        _read += read;
        if (_read > limit) throw TableFindings.LargerThan(limit);
        Check(buffer[..read], atEnd: read == 0 && !buffer.IsEmpty);
        return read;
    }

    // A letter of several bytes may be cut by the end of a buffer: its beginning waits for the rest.
    private void Check(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        if (bytes.Contains((byte)0)) throw Unreadable(TableFindings.HoldsNul, LineOf(bytes, bytes.IndexOf((byte)0)));
        while (_tailLength > 0 && (!bytes.IsEmpty || atEnd))
        {
            var whole = Whole(_tail.AsSpan(0, _tailLength));
            if (whole == _tailLength)
            {
                Valid(_tail.AsSpan(0, _tailLength));
                _tailLength = 0;
            }
            else if (atEnd || _tailLength >= 4)
                throw Unreadable(TableFindings.NotUtf8, _line);
            else
            {
                _tail[_tailLength++] = bytes[0];
                bytes = bytes[1..];
            }
        }

        var sound = Whole(bytes);
        bytes[sound..].CopyTo(_tail);
        _tailLength = bytes.Length - sound;
        Valid(bytes[..sound]);
        _line += bytes.Count((byte)'\n');
    }

    private void Valid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return;
        var at = 0;
        while (bytes[at..].IndexOf((byte)'\n') is >= 0 and var end && Utf8.IsValid(bytes.Slice(at, end))) at += end + 1;
        throw Unreadable(TableFindings.NotUtf8, LineOf(bytes, at));
    }

    /// <summary>How many bytes end with a whole letter; bytes that begin none count as whole, and are then found wrong.</summary>
    private static int Whole(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80) return bytes.Length;
            if (b < 0xC0) continue;
            var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
            return length > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private int LineOf(ReadOnlySpan<byte> bytes, int at) => _line + bytes[..at].Count((byte)'\n');

    private static UnreadableFileException Unreadable(FindingKind kind, int? line) => new(new RowFinding(line, null, null, kind));
}
