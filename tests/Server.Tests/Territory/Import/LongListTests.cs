using System.Text;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

/// <summary>Runs while no other test does: it weighs the memory of the whole process.</summary>
[CollectionDefinition(nameof(LongListTests), DisableParallelization = true)]
[Collection(nameof(LongListTests))]
public sealed class LongListTests
{
    [Fact]
    public void AListOfAnyLengthPassesThroughALittleMemory()
    {
        using var table = StationImport.Open(new Generated(820_161), f => Assert.Fail(f.Text))!;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (rows, peak) = (0, 0L);
        foreach (var row in table.Rows())
        {
            Assert.NotEqual(true, row.Special);
            if (++rows % 200_000 == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(820_161, rows);
        Assert.InRange(peak, 0, 64L << 20);
    }

    /// <summary>A list of stations that is nowhere as a whole.</summary>
    private sealed class Generated(int stations) : Stream
    {
        private readonly MemoryStream _chunk = new();
        private int _written = -1;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_chunk.Position == _chunk.Length)
            {
                _chunk.SetLength(0);
                if (_written < 0) Write("kode_tps,kode_desa,nomor,jenis,lat,lng\n");
                for (_written = Math.Max(0, _written); _chunk.Length < 60_000 && _written < stations; _written++)
                {
                    var (village, number) = (_written / 500, (_written % 500) + 1);
                    var code = $"{11 + (village / 900_000)}.{1 + (village / 9_000 % 90):D2}.{1 + (village / 100 % 90):D2}.2{1 + (village % 100):D3}";
                    Write($"{code}.{number:D3},{code},{number},reguler,-8.{_written % 100000:D5},112.95064\n");
                }

                _chunk.Position = 0;
            }

            return _chunk.Read(buffer, offset, count);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Write(string text) => _chunk.Write(Encoding.UTF8.GetBytes(text));
    }
}
