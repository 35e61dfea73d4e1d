using System.IO.Compression;
using System.Text;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

public sealed class VillageImportTests
{
    [Fact]
    public void AVillageIsReadWithAllThatTheFileGives()
    {
        var read = Reading.Villages(Workplace.Villages);
        Assert.Empty(read.Findings);
        Assert.Equal(3, read.Rows.Count);
        Assert.Equal(new ParsedVillage(2, "35.08.01.2001", "Tegalrejo", VillageKind.Desa, "Tempursari", -8.33528, 112.95064), read.Rows[0]);
        Assert.Equal((VillageKind.Kelurahan, "Pronojiwo"), (read.Rows[2].Kind, read.Rows[2].KecamatanName));
    }

    [Theory]
    [InlineData("lumajang-villages.csv", 205)]
    [InlineData("lampung-tengah-villages.csv", 311)]
    public void ARealListIsTakenWhole(string name, int villages)
    {
        using var file = File.OpenRead(SharedData.File(name));
        var read = Reading.Villages(file);
        Assert.Empty(read.Texts);
        Assert.Equal(villages, read.Rows.Count);
    }

    [Fact]
    public void ThePackedListOfTheNationIsTakenWhole()
    {
        using var file = File.OpenRead(SharedData.File("national-villages-2024.csv.gz"));
        var read = Reading.Villages(file);
        Assert.DoesNotContain(read.Findings, f => f.Kind.Severity == Severity.Refused);
        Assert.Equal((83_731, 852), (read.Rows.Count, read.Rows.Count(v => v.Latitude is null)));
    }

    [Theory]
    [InlineData("Kode Desa;Nama Desa/Kelurahan;LINTANG;Bujur")]
    [InlineData("KODE_WILAYAH,desa,Lat.,Lng")]
    [InlineData("kode-kemendagri\tKelurahan\tlatitude\tlon")]
    [InlineData("village_code,Village Name,Garis Lintang,Garis Bujur")]
    public void ColumnsAreKnownByManyNames(string header)
    {
        var separator = header.First(c => c is ';' or ',' or '\t');
        var read = Reading.Villages($"{header}\r\n35.08.01.2001,Tegalrejo,-8.335,112.95\r\n".Replace(',', separator));
        Assert.Empty(read.Texts);
        Assert.Equal(("Tegalrejo", -8.335, 112.95), (read.Rows[0].Name, read.Rows[0].Latitude!.Value, read.Rows[0].Longitude!.Value));
    }

    [Fact]
    public void WhatColumnsWereTakenForAndWhichWereIgnoredIsTold()
    {
        var columns = Reading.Villages("\uFEFFDAFTAR DESA;;;\n\nKode Desa;Luas;Nama;LAT;Lng\n35.08.01.2001;12;Tegalrejo;;\n").Columns!;
        Assert.Equal((3, ';', "Luas"), (columns.Row, columns.Separator, Assert.Single(columns.Ignored)));
        Assert.Equal(["village_code=Kode Desa", "name=Nama", "lat=LAT", "lng=Lng"], columns.Taken.Select(t => $"{t.Column.Name}={t.Header}"));
    }

    [Fact]
    public void AFileWithoutTheNeededColumnsIsRefusedNamingBoth()
    {
        var read = Reading.Villages("nama,luas\nTegalrejo,12\n");
        Assert.StartsWith("Columns found: nama, luas; expected: village_code/kode_kemendagri/kode_desa", read.Text, StringComparison.Ordinal);
        Assert.True(read.Findings[0].Kind.OfFile);
    }

    [Fact]
    public void AColumnThatStandsTwiceIsRefused() =>
        Assert.Equal("Row 1, column Kode desa: this column name stands twice; expected each once.",
            Reading.Villages("kode_desa,Kode desa\n35.08.01.2001,35.08.01.2002\n").Text.Replace("kode_desa", "Kode desa", StringComparison.Ordinal));

    [Theory]
    [InlineData("-8.335", "112.951")]
    [InlineData("-8,335", "112,951")]
    [InlineData("\u22128.335", "112.951")]
    public void DegreesAreNoThousands(string lat, string lng)
    {
        var village = Assert.Single(Reading.Villages($"kode_desa;lat;lng\n35.08.01.2001;{lat};{lng}\n").Rows);
        Assert.Equal((-8.335, 112.951), (village.Latitude!.Value, village.Longitude!.Value));
    }

    [Theory]
    [InlineData("112.951,-8.335", "column lat, \"112.951\": latitude and longitude are swapped")]
    [InlineData("-83.35,112.951", "column lat, \"-83.35\": lies outside Indonesia")]
    [InlineData("-8.335,12.951", "column lng, \"12.951\": lies outside Indonesia")]
    [InlineData("-8.335.1,112.951", "column lat, \"-8.335.1\": no number; expected degrees such as -8.335")]
    [InlineData("-8.335,", "column lng, \"\": blank; expected latitude and longitude both")]
    public void APositionThatIsNoPlaceInIndonesiaIsRefused(string position, string phrase)
    {
        var read = Reading.Villages($"kode_desa,lat,lng\n35.08.01.2001,{position}\n");
        Assert.Contains($"Row 2, {phrase}", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public void ZeroDegreesMeanThatNobodyKnewAndAreFlagged()
    {
        var read = Reading.Villages("kode_desa,lat,lng\n35.08.01.2001,0,0.0\n35.08.01.2002,,\n");
        Assert.Equal((ImportFindings.ZeroPosition, 2), (Assert.Single(read.Findings).Kind, read.Rows.Count));
        Assert.All(read.Rows, r => Assert.Null(r.Latitude));
    }

    [Theory]
    [InlineData("3508012001", "35.08.01.2001")]
    [InlineData(" 35.08.01.2001 ", "35.08.01.2001")]
    [InlineData("35.08.01.3001", "35.08.01.3001")]
    public void ACodeMayStandWithoutDots(string given, string code) =>
        Assert.Equal(code, Assert.Single(Reading.Villages($"kode\n{given}\n").Rows).Code);

    [Theory]
    [InlineData("3508010001")]
    [InlineData("44419")]
    [InlineData("35.8.1.2001")]
    [InlineData("35.08.01")]
    [InlineData("35.08.01.4001")]
    public void ACodeOfAnotherSystemIsRefused(string code) =>
        Assert.Contains($"Row 2, column kode, \"{code}\": no village code of Kemendagri; expected one such as 35.08.01.2001",
            Reading.Villages($"kode\n{code}\n").Text, StringComparison.Ordinal);

    [Fact]
    public void ARepeatedCodeIsRefusedNamingTheFirstRow()
    {
        var read = Reading.Villages("kode\n35.08.01.2001\n35.08.01.2002\n3508012001\n");
        Assert.Equal("Row 4, column kode, \"3508012001\": code 35.08.01.2001 stands twice, first in row 2; expected each once.", read.Text);
        Assert.Equal([2, 3], read.Rows.Select(r => r.Row));
    }

    [Theory]
    [InlineData("jenis\n35.08.01.1001,desa", "column jenis, \"desa\": does not fit code 35.08.01.1001")]
    [InlineData("kode_kecamatan\n35.08.01.1001,35.08.02", "column kode_kecamatan, \"35.08.02\": does not fit code 35.08.01.1001; expected 35.08.01.")]
    [InlineData("kode_kabupaten\n35.08.01.1001,35.10", "column kode_kabupaten, \"35.10\": does not fit code 35.08.01.1001; expected 35.08.")]
    public void AColumnThatContradictsTheCodeIsRefused(string rest, string phrase) =>
        Assert.Contains($"Row 2, {phrase}", Reading.Villages($"kode,{rest}\n").Text, StringComparison.Ordinal);

    [Fact]
    public void LocalWordsForADesaContradictNothing() =>
        Assert.Single(Reading.Villages("kode,jenis\n18.02.01.2001,Kampung\n").Rows);

    [Fact]
    public void ANameStandsOnOneLineAndIsNotWithoutEnd()
    {
        Assert.Equal("Tegal rejo \"A\"", Assert.Single(Reading.Villages("kode,nama\n35.08.01.2001,\"Tegal\n  rejo \"\"A\"\"\"\n").Rows).Name);
        Assert.Contains("the text has 201 characters; expected at most 200",
            Reading.Villages($"kode,nama\n35.08.01.2001,{new string('a', 201)}\n").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AStationListGivenAsVillagesIsSeenAsOne() =>
        Assert.Equal("Column kode_tps: the file lists polling stations; expected one row a village.", Reading.Villages(Workplace.Stations).Text);

    [Fact]
    public void AWorkbookIsReadWhateverItMadeOfCodesAndNumbers()
    {
        var read = Reading.Villages(Reading.Workbook(
            ("Sampul", [["Daftar desa"], ["Kabupaten"]]),
            ("Data", [["DAFTAR DESA", null, null, null, null], ["Kode Desa", "Kode Kabupaten", "Nama", "Lintang", "Bujur"],
                ["35.10.01.2001", 35.1, "Satu", -8.335, 112.951], [null, null, null, null, null], [3510012002d, "35.10", "Dua", "-8,335", 113]])));
        Assert.Empty(read.Texts);
        Assert.Equal(("Data", 2), (read.Columns!.Sheet, read.Columns.Row));
        Assert.Equal([(3, "35.10.01.2001", -8.335, 112.951), (5, "35.10.01.2002", -8.335, 113)],
            read.Rows.Select(r => (r.Row, r.Code, r.Latitude!.Value, r.Longitude!.Value)));
    }

    [Fact]
    public void ACodeThatTheSpreadsheetMadeADateIsRefusedAsSuch() =>
        Assert.Contains("the spreadsheet made a date of this code", Reading.Villages(Reading.Workbook(
            ("Data", [["kode", "nama"], [new DateTime(2001, 11, 11), "Satu"]]))).Text, StringComparison.Ordinal);

    [Fact]
    public void AWorkbookThatIsTornOrOfAnotherKindIsRefused()
    {
        var whole = Reading.Workbook(("Data", [["kode"], ["35.08.01.2001"]])).ToArray();
        Assert.Contains("no XLSX workbook", Reading.Villages(new MemoryStream(whole[..^60])).Text, StringComparison.Ordinal);
        Assert.Contains("no XLSX workbook", Reading.Villages("PK\u0003\u0004 something").Text, StringComparison.Ordinal);
        Assert.Contains("(XLS)", Reading.Villages(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1])).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("\uFEFF\r\n ", "The file is empty")]
    [InlineData("kode\n", "The file has column names but no rows")]
    [InlineData("kode\n35.08.01.2001\n35.08.01.2\0", "Row 3: there is a NUL byte")]
    public void AFileThatIsNoListIsRefused(string text, string phrase) =>
        Assert.StartsWith(phrase, Reading.Villages(text).Text, StringComparison.Ordinal);

    [Fact]
    public void TextThatIsNotUtf8IsRefusedWithItsRow()
    {
        byte[] file = [.. "kode,nama\n35.08.01.2001,Rék\n35.08.01.2002,R"u8, 0xE9, .. "k\n"u8];
        Assert.StartsWith("Row 3: the text here is not UTF-8", Reading.Villages(new MemoryStream(file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LettersOfSeveralBytesAreSoundWhereverABufferEnds()
    {
        var name = string.Concat(Enumerable.Repeat("é€😀", 10));
        var rows = string.Concat(Enumerable.Range(1, 900).Select(i => $"35.08.01.2{i:D3},{name}\n"));
        for (var shift = 0; shift < 4; shift++)
        {
            var read = Reading.Villages($"kode,nama{new string(' ', shift)}\n{rows}");
            Assert.Empty(read.Texts);
            Assert.All(read.Rows, r => Assert.Equal(name, r.Name));
        }
    }

    [Fact]
    public void APackedFileThatWasCutOffIsRefused()
    {
        using var bytes = new MemoryStream();
        using (var packer = new GZipStream(bytes, CompressionLevel.NoCompression, leaveOpen: true))
            packer.Write(Encoding.UTF8.GetBytes(Workplace.Villages));
        Assert.Contains("cut off or damaged", Reading.Villages(new MemoryStream(bytes.ToArray()[..^20])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFilePastTheLimitIsRefused()
    {
        var findings = new List<RowFinding>();
        using var table = TableReader.Open(
            Reading.Stream("kode\n" + string.Concat(Enumerable.Repeat("35.08.01.2001\n", 200_000))), new TableShape([new TableColumn("kode")], [new TableColumn("kode")]), findings.Add, 1 << 20)!;
        Assert.Equal(0, Enumerable.Range(0, 300_000).TakeWhile(_ => table.Read()).Count() / 100_000);
        Assert.Equal("The file is larger than 1 MiB unpacked; expected at most that.", Assert.Single(findings).Text);
    }

    [Fact]
    public void ARowWithTooFewFieldsAndAnOpenQuoteAreRefused()
    {
        var read = Reading.Villages("kode,nama\n35.08.01.2001\n35.08.01.2002,Dua,,\n35.08.01.2003,\"Tiga\n");
        Assert.Equal([2, 4], read.Findings.Select(f => f.Row!.Value));
        Assert.Equal("Row 2: the row has 1 fields; expected 2, as many as there are column names.", read.Texts.First());
        Assert.Equal("Dua", Assert.Single(read.Rows).Name);
    }
}
