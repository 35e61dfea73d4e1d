using System.IO.Compression;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

/// <summary>Workbooks that are small as files and huge as sheets.</summary>
public sealed class XlsxLimitTests
{
    [Fact]
    public void ACellInTheLastCornerIsRefusedAtOnceAndNotFilledUpTo()
    {
        var found = new List<RowFinding>();
        using var workbook = Workbook("""<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>""");
        Assert.Null(StationImport.Open(workbook, found.Add));
        Assert.Same(TableFindings.TooWide, Assert.Single(found).Kind);
    }

    [Fact]
    public void ManyRowsOfManyColumnsAreMoreThanAnyList()
    {
        var found = new List<RowFinding>();
        using var workbook = Workbook("""<row r="1"><c r="AZ1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>""");
        Assert.Null(StationImport.Open(workbook, found.Add));
        Assert.Same(TableFindings.TooWide, Assert.Single(found).Kind);
    }

    private static MemoryStream Workbook(string rows)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"""<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>""");
            Add("_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="TPS" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>""");
            void Add(string name, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write($"""<?xml version="1.0" encoding="UTF-8"?>{text}""");
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
