namespace TigaPilar.Server.Shell.Tables;

/// <summary>A stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekStream(Stream inner) : ReadOnlyStream
{
    private byte[] _start = [];
    private int _taken;

    /// <summary>The first bytes, at most so many, without taking them.</summary>
    public ReadOnlyMemory<byte> Peek(int bytes)
    {
        _start = new byte[bytes];
        Array.Resize(ref _start, inner.ReadAtLeast(_start, bytes, throwOnEndOfStream: false));
        return _start;
    }

    public override int Read(Span<byte> buffer)
    {
        var left = _start.AsSpan(_taken);
        if (left.IsEmpty) return inner.Read(buffer);
        var read = Math.Min(left.Length, buffer.Length);
        left[..read].CopyTo(buffer);
        _taken += read;
        return read;
    }

    // The stream underneath is the caller's.
}
