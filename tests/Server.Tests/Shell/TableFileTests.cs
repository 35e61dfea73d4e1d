using System.IO.Compression;
using System.Text;

namespace TigaPilar.Server.Tests.Shell;

public sealed class TableFileTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task AFileOfASpreadsheetWithMarkSemicolonsCrlfAndQuotesIsRead()
    {
        var text = Workplace.Villages.Replace(',', ';').Replace("Tegalrejo", "\"Tegal;\nrejo \"\"A\"\"\"", StringComparison.Ordinal)
            .ReplaceLineEndings("\r\n");
        _place.File("villages.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(0, (await _place.Plan()).Code);
    }

    [Fact]
    public async Task TabsAreADelimiterToo()
    {
        _place.File("stations.csv", Workplace.Stations.Replace(',', '\t'));
        Assert.Equal(0, (await _place.Plan()).Code);
    }

    [Fact]
    public async Task APackedFileIsRead()
    {
        using var bytes = new MemoryStream();
        using (var packer = new GZipStream(bytes, CompressionLevel.Fastest))
            packer.Write(Encoding.UTF8.GetBytes(Workplace.Stations));
        _place.File("stations.csv.gz", bytes.ToArray());
        var ended = await Workplace.Run(["guard", "plan", "--villages", _place.Path("villages.csv"),
            "--stations", _place.Path("stations.csv.gz"), "--out", _place.Out]);
        Assert.Equal(0, ended.Code);
    }

    [Fact]
    public async Task ANameEndingInGzThatIsNotPackedIsRefused()
    {
        var path = _place.File("classes.csv.gz", "tps_code,class\n");
        _place.AssertRefused(await _place.Plan("--classes", path), "classes.csv.gz: is not a gzip file");
    }

    [Fact]
    public async Task AnUnknownDelimiterIsAskedAbout()
    {
        _place.File("stations.csv", Workplace.Stations.Replace(',', '|'));
        _place.AssertRefused(await _place.Plan(),
            "stations.csv, row 1: expected columns tps_code (or kode_tps, station_code); or village_code",
            "found kode_tps|kode_desa", "is the delimiter right?");
    }

    [Fact]
    public async Task AMissingColumnIsNamed()
    {
        var path = _place.File("forces.csv", "kind,home_code\nlinmas,35.08\n");
        _place.AssertRefused(await _place.Plan("--forces", path), "count (or jumlah)", "found kind, home_code");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\r\n\r\n  ", "is empty")]
    [InlineData("tps_code,class\n", "has a header but no rows")]
    [InlineData("tps_code,class\n,\n\n", "has a header but no rows")]
    public async Task AFileWithoutRowsIsRefused(string text, string why)
    {
        var path = _place.File("classes.csv", text);
        _place.AssertRefused(await _place.Plan("--classes", path), $"classes.csv: {why}");
    }

    [Fact]
    public async Task AMissingFileAndADirectoryAreRefused()
    {
        _place.AssertRefused(await _place.Plan("--classes", _place.Path("nowhere.csv")), "nowhere.csv: no such file");
        var ended = await _place.Plan("--classes", System.IO.Path.GetTempPath());
        _place.AssertRefused(ended, "is a directory");
    }

    [Fact]
    public async Task TextThatIsNotUtf8IsRefusedWithItsRow()
    {
        var path = _place.File("classes.csv", [.. "tps_code,class\n35.08"u8, 0xE9, .. "\n"u8]);
        _place.AssertRefused(await _place.Plan("--classes", path), "classes.csv, row 2: is not UTF-8");
    }

    [Fact]
    public async Task AFileOfMoreThan256MebibytesIsRefusedUnread()
    {
        using (var file = System.IO.File.Create(_place.Path("classes.csv"))) file.SetLength(256L * 1024 * 1024 + 1);
        _place.AssertRefused(await _place.Plan("--classes", _place.Path("classes.csv")), "classes.csv: is larger than 256 MiB;");
    }

    [Fact]
    public async Task ASmallFileThatUnpacksToMoreThan256MebibytesIsRefused()
    {
        using (var packer = new GZipStream(System.IO.File.Create(_place.Path("classes.csv.gz")), CompressionLevel.Fastest))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i <= 256; i++) packer.Write(block);
        }

        _place.AssertRefused(await _place.Plan("--classes", _place.Path("classes.csv.gz")), "larger than 256 MiB when unpacked");
    }

    [Fact]
    public async Task ARowIsNumberedAsAnEditorDoesEvenAfterBlankLinesAndLineBreaksInQuotes()
    {
        _place.File("villages.csv", """
            village_code,name,lat,lng

            35.08.01.2001,"Tegal
            rejo",-8.33528,112.95064
            35.08.01.2002,Bulurejo,north,112.97617

            """);
        _place.AssertRefused(await _place.Plan(), "villages.csv, row 5, column lat, value \"north\"");
    }

    [Fact]
    public async Task ARowWithTooFewFieldsAndAnUnclosedQuoteAreRefused()
    {
        var path = _place.File("classes.csv", "tps_code,class\n35.08.01.2001.001\n35.08.01.2001.002,\"rawan\n");
        _place.AssertRefused(await _place.Plan("--classes", path),
            "row 2", "2 fields as in the header, found 1", "row 3", "closed again");
    }

    [Fact]
    public async Task TwentyProblemsAreListedAndTheRestCounted()
    {
        var path = _place.File("classes.csv", "tps_code,class\n" + string.Concat(Enumerable.Range(0, 23).Select(i => $"x{i},rawan\n")));
        var ended = await _place.Plan("--classes", path);
        _place.AssertRefused(ended, "the input has 23 problems", "row 21,", "... and 3 more.");
        Assert.DoesNotContain("row 22,", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APackedFileThatWasCutOffIsRefusedAndNotReadInPart()
    {
        using var bytes = new MemoryStream();
        using (var packer = new GZipStream(bytes, CompressionLevel.NoCompression))
            packer.Write(Encoding.UTF8.GetBytes("tps_code,class\n35.08.01.2001.001,rawan\n35.08.01.2001.002,rawan\n"));
        // The last row and the checksum are missing: what is left would read as a sound file of one row.
        var path = _place.File("classes.csv.gz", bytes.ToArray()[..^(8 + 24)]);
        _place.AssertRefused(await _place.Plan("--classes", path), "classes.csv.gz: is cut off or damaged");
    }

    [Theory]
    [InlineData("tps_code,class\n35.08.01.2001.001,ra\0wan\n", "row 2: holds a NUL byte")]
    [InlineData("t\0p\0s\0", "row 1: holds a NUL byte")]
    [InlineData("PK\u0003\u0004", "is a workbook or ZIP file; expected CSV")]
    public async Task WhatIsNoTextIsRefusedAsSuch(string text, string phrase)
    {
        var path = _place.File("classes.csv", text);
        _place.AssertRefused(await _place.Plan("--classes", path), "classes.csv", phrase);
    }

    [Fact]
    public async Task ABlankFileNameIsRefusedInWords() =>
        _place.AssertRefused(await _place.Plan("--classes", ""), "\"\": is a blank name; expected a file");

    [Fact]
    public async Task AHeaderOfAnotherFileIsNotRepeatedWithoutEnd()
    {
        var path = _place.File("classes.csv", new string('x', 100_000));
        var ended = await _place.Plan("--classes", path);
        _place.AssertRefused(ended, "is the delimiter right?");
        Assert.InRange(ended.Error.Length, 0, 2_000);
    }

    [Fact]
    public async Task ASignalToTheTerminalInAValueIsNotSentToIt()
    {
        var path = _place.File("classes.csv", "tps_code,class\n35.08.01.2001.001,\u001b[2J\u0007\u009b\n");
        var ended = await _place.Plan("--classes", path);
        _place.AssertRefused(ended, "value \"?[2J??\"");
    }

    [Fact]
    public async Task RowsThatAQuotedFieldSwallowsAreToldOf()
    {
        var path = _place.File("stations.csv", Workplace.Stations
            .Replace("Tegalrejo,1,", "\"Tegalrejo,1,", StringComparison.Ordinal)
            .Replace("Kalirejo,1,", "Kalirejo\",1,", StringComparison.Ordinal));
        var ended = await _place.Plan();
        Assert.Equal(0, ended.Code);
        Assert.Contains($"warning: {path}, row 2: a quoted field runs on over 4 lines; is a quote missing?", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoWrittenCellIsAFormulaToASpreadsheet()
    {
        _place.File("villages.csv", Workplace.Villages.Replace("Tegalrejo", "=1+1", StringComparison.Ordinal));
        var polres = _place.File("j.csv", "jurisdiction,kecamatan_code\n@A,35.08.01\n-B,35.08.02\n");
        var forces = _place.File("forces.csv", "kind,home_code,count\nlinmas,35.08.01.2002,1\n");
        Assert.Equal(0, (await _place.Plan("--jurisdictions", polres, "--forces", forces)).Code);
        Assert.Equal("'@A", _place.Rows("groups.csv")[0][6]);
        Assert.Equal("'-B", _place.Rows("groups.csv")[^1][6]);
        Assert.StartsWith("\"'=1+1", _place.Rows("shortages.csv")[0][5], StringComparison.Ordinal);
        Assert.StartsWith("-8.", _place.Rows("stations.csv")[0][3], StringComparison.Ordinal);
    }
}
