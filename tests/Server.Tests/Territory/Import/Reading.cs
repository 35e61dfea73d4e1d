using System.Globalization;
using System.Text;
using MiniExcelLibs;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

/// <summary>What came of reading a file: its rows, and what was told of it, in English.</summary>
internal sealed record Reading<T>(List<T> Rows, List<RowFinding> Findings, TableColumns? Columns)
{
    public IEnumerable<string> Texts => Findings.Select(f => f.Text);

    public string Text => Assert.Single(Findings).Text;
}

internal static class Reading
{
    public static Reading<ParsedVillage> Villages(Stream file) => Read(file, (f, found) => VillageImport.Open(f, found));

    public static Reading<ParsedVillage> Villages(string csv) => Villages(Stream(csv));

    public static Reading<ParsedStation> Stations(Stream file) => Read(file, (f, found) => StationImport.Open(f, found));

    public static Reading<ParsedStation> Stations(string csv) => Stations(Stream(csv));

    public static Reading<ParsedVoters> Voters(Stream file) => Read(file, (f, found) => VoterImport.Open(f, found));

    public static Reading<ParsedVoters> Voters(string csv) => Voters(Stream(csv));

    public static Reading<ParsedBoundary> Boundaries(Stream file)
    {
        var findings = new List<RowFinding>();
        return new Reading<ParsedBoundary>([.. BoundaryImport.Open(file, findings.Add)?.Rows() ?? []], findings, null);
    }

    public static Reading<ParsedBoundary> Boundaries(string json) => Boundaries(Stream(json));

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>A workbook with the given sheets, the first row of each being its header.</summary>
    public static MemoryStream Workbook(params (string Name, object?[][] Rows)[] sheets)
    {
        var file = new MemoryStream();
        MiniExcel.SaveAs(file, sheets.ToDictionary(s => s.Name, s => (object)s.Rows.Select(row =>
            row.Select((cell, i) => KeyValuePair.Create(i.ToString(CultureInfo.InvariantCulture), cell)).ToDictionary())), printHeader: false);
        file.Position = 0;
        return file;
    }

    private static Reading<T> Read<T>(Stream file, Func<Stream, Action<RowFinding>, ImportedTable<T>?> open)
        where T : class
    {
        var findings = new List<RowFinding>();
        using var table = open(file, findings.Add);
        return new Reading<T>([.. table?.Rows() ?? []], findings, table?.Columns);
    }
}
