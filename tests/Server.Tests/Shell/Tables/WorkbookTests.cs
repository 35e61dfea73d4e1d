using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Tests.Shell.Tables;

/// <summary>What stands in a workbook that goes out, read from its own parts and by our own reader.</summary>
public class WorkbookTests
{
    private static readonly XNamespace Xml = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly string[] Formulas = ["=1+1", "+62800000", "-5", "@nama", "=HYPERLINK(\"http://contoh.invalid\")", "\t=1"];

    [Fact]
    public void TextThatBeginsLikeAFormulaStaysText()
    {
        var sheet = Part(Written(Formulas.Select(f => new object?[] { f, 1 })), "xl/worksheets/sheet1.xml");
        Assert.Empty(sheet.Descendants(Xml + "f"));
        var cells = sheet.Descendants(Xml + "c").Where(c => c.Attribute("r")!.Value.StartsWith('A')).Skip(1).ToList();
        Assert.Equal(Formulas, cells.Select(c => c.Value));
        Assert.All(cells, c => Assert.Contains(c.Attribute("t")!.Value, (string[])["str", "inlineStr"]));
    }

    [Fact]
    public void NumbersAreNumbersAndCodesAreTexts()
    {
        var sheet = Part(Written([["35.08.04.2001.001", 5858], ["0800000001", 0.5]]), "xl/worksheets/sheet1.xml");
        var cells = sheet.Descendants(Xml + "c").ToDictionary(c => c.Attribute("r")!.Value, StringComparer.Ordinal);
        Assert.Equal(("5858", "n"), (cells["B2"].Value, cells["B2"].Attribute("t")?.Value ?? "n"));
        Assert.Equal(("0.5", "n"), (cells["B3"].Value, cells["B3"].Attribute("t")?.Value ?? "n"));
        Assert.Equal(("0800000001", "str"), (cells["A3"].Value, cells["A3"].Attribute("t")!.Value));
    }

    [Fact]
    public void HeadingsStayInSightAndColumnsAreWideEnough()
    {
        var sheet = Part(Written([["a", 1]]), "xl/worksheets/sheet1.xml");
        var pane = sheet.Descendants(Xml + "pane").Single();
        Assert.Equal(("1", "frozen"), (pane.Attribute("ySplit")!.Value, pane.Attribute("state")!.Value));
        var widths = sheet.Descendants(Xml + "col").Select(c => double.Parse(c.Attribute("width")!.Value, CultureInfo.InvariantCulture)).ToList();
        // The format adds the room beside the letters.
        Assert.InRange(widths[0], 30, 31);
        Assert.InRange(widths[1], 9, 10);
    }

    [Fact]
    public void ASheetWithoutRowsHasItsHeadings()
    {
        var xlsx = Written([]);
        var first = Part(xlsx, "xl/worksheets/sheet1.xml").Descendants(Xml + "row").First();
        Assert.Equal(["Nama", "Jumlah"], first.Elements(Xml + "c").Select(c => c.Value));
    }

    [Fact]
    public void EverySheetIsThereAndReadsBackAsWritten()
    {
        using var stream = new MemoryStream();
        Workbook.Write(
            stream,
            new Sheet("Pertama", [new("Nama")], [["Slamet & <Contoh> \"Desa\"\nbaris dua"], [null], ["é – Ü"]]),
            new Sheet("Kedua", [new("Jumlah")], [[12], [null]]));
        Assert.Equal(["Pertama", "Kedua"], Workbooks.Sheets(stream));
        Assert.Equal(["Slamet & <Contoh> \"Desa\"\nbaris dua", "", "é – Ü"], Workbooks.Rows(stream, "Pertama").Select(r => r["Nama"].ReplaceLineEndings("\n")));
        Assert.Equal("12", Workbooks.Rows(stream, "Kedua")[0]["Jumlah"]);
    }

    [Fact]
    public void CharactersThatXmlForbidsSpoilNothing()
    {
        var sheet = Part(Written([["a\u0001b\uFFFE", 1]]), "xl/worksheets/sheet1.xml");
        Assert.Equal(2, sheet.Descendants(Xml + "row").Count());
    }

    [Theory]
    [InlineData("81200000001", CellKind.Number, "081200000001")]
    [InlineData("081200000001", CellKind.Text, "081200000001")]
    [InlineData("6281200000001", CellKind.Number, "6281200000001")]
    public void APhoneThatBecameANumberGetsItsZeroBack(string text, CellKind kind, string phone) => Assert.Equal(phone, new TableCell(text, kind).Phone());

    [Theory]
    [InlineData("2029-02-14", true)]
    [InlineData("14/2/2029", true)]
    [InlineData("14.02.2029", true)]
    [InlineData("2/30/2029", false)]
    [InlineData("besok", false)]
    public void ADayIsReadAsPeopleTypeIt(string text, bool right) => Assert.Equal(right ? new DateOnly(2029, 2, 14) : null, new TableCell(text).Day());

    private static MemoryStream Written(IEnumerable<object?[]> rows)
    {
        var stream = new MemoryStream();
        Workbook.Write(stream, new Sheet("Uji", [new("Nama", 30), new("Jumlah", 9)], rows));
        return stream;
    }

    private static XDocument Part(MemoryStream xlsx, string name)
    {
        xlsx.Position = 0;
        using var zip = new ZipArchive(xlsx, ZipArchiveMode.Read, leaveOpen: true);
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }
}
