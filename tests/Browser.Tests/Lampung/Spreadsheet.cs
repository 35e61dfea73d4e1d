using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace TigaPilar.Browser.Tests.Lampung;

/// <summary>A downloaded sheet with its empty places filled in, as somebody at a spreadsheet does it.</summary>
internal static class Spreadsheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Each row whose name (column C) is blank takes the next line; one more row is the Padal's.</summary>
    public static byte[] Fill(byte[] xlsx, IReadOnlyList<string> men, string padal)
    {
        using var file = new MemoryStream();
        file.Write(xlsx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(e => e.FullName.EndsWith("worksheets/sheet1.xml", StringComparison.Ordinal));
            XDocument sheet;
            using (var content = entry.Open()) sheet = XDocument.Load(content);
            var data = sheet.Descendants(Main + "sheetData").Single();
            var next = 0;
            foreach (var row in data.Elements(Main + "row").Skip(1)) if (Cell(row, 'C').Value.Length == 0) Write(row, 'C', men[next++]);
            var last = new XElement(Main + "row", new XAttribute("r", (int)data.Elements(Main + "row").Last().Attribute("r")! + 1));
            data.Add(last);
            Put(last, 'B', "Padal");
            Write(last, 'C', padal);
            using var written = entry.Open();
            written.SetLength(0);
            sheet.Save(written);
        }

        return file.ToArray();
    }

    private static void Write(XElement row, char first, string line)
    {
        foreach (var (i, part) in line.Split("; ").Index()) Put(row, (char)(first + i), part);
    }

    private static void Put(XElement row, char column, string text)
    {
        var cell = Cell(row, column);
        cell.SetAttributeValue("t", "str");
        cell.ReplaceNodes(new XElement(Main + "v", text));
    }

    private static XElement Cell(XElement row, char column)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{column}{(int)row.Attribute("r")!}");
        if (row.Elements(Main + "c").FirstOrDefault(c => (string?)c.Attribute("r") == name) is { } found) return found;
        var made = new XElement(Main + "c", new XAttribute("r", name));
        row.Add(made);
        return made;
    }
}
