using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>
/// Takes down what an import changes while its digest is made, packed and in files until it is saved: while rows are read
/// the connection is busy, and a nation's outlines are too much to hold.
/// </summary>
internal sealed class ChangeLog(Func<Stream> scratch) : IAsyncDisposable
{
    private const int PieceBytes = 512 * 1024;
    private readonly SortedDictionary<ChangePart, (Stream File, GZipStream Packer)> _parts = [];

    public void Write(ChangePart part, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        if (!_parts.TryGetValue(part, out var to))
        {
            var file = scratch();
            _parts[part] = to = (file, new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true));
        }

        to.Packer.Write(bytes);
    }

    public void WriteLine(ChangePart part, string line) => Write(part, Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Saves it, in the caller's transaction.</summary>
    public async Task SaveAsync(Database database, Guid import, CancellationToken cancel)
    {
        foreach (var (part, (file, packer)) in _parts)
        {
            await packer.DisposeAsync();
            file.Position = 0;
            for (var number = 1; ; number++)
            {
                var piece = new byte[Math.Min(PieceBytes, file.Length - file.Position)];
                if (piece.Length == 0) break;
                await file.ReadExactlyAsync(piece, cancel);
                var change = new ImportChange { ImportId = import, Part = part, Number = number, Content = piece };
                database.Add(change);
                await database.SaveChangesAsync(cancel);
                database.Entry(change).State = EntityState.Detached;
            }
        }
    }

    /// <summary>The lines of a part, one after another; none where the import has none.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(
        Database database, Guid import, ChangePart part, Stream scratch, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var pieces = database.Set<ImportChange>().AsNoTracking().Where(c => c.ImportId == import && c.Part == part)
            .OrderBy(c => c.Number).Select(c => c.Content);
        await foreach (var piece in pieces.AsAsyncEnumerable().WithCancellation(cancel)) await scratch.WriteAsync(piece, cancel);
        if (scratch.Length == 0) yield break;
        scratch.Position = 0;
        await using var unpacked = new GZipStream(scratch, CompressionMode.Decompress, leaveOpen: true);
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        while (await text.ReadLineAsync(cancel) is { } line) yield return line;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (file, packer) in _parts.Values)
        {
            await packer.DisposeAsync();
            await file.DisposeAsync();
        }
    }
}
