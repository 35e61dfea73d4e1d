namespace TigaPilar.Server.Tests.Rules;

/// <summary>A file that has grown past its measure is two, and so is a folder.</summary>
public sealed class SizeTests
{
    private static readonly (string Pattern, int Lines)[] Limits = [("*.cs", 400), ("*.razor", 150)];

    [Fact]
    public void NoFileIsPastItsMeasure() =>
        Assert.Empty(Limits.SelectMany(l => Own(l.Pattern).Select(p => (Path: p, Lines: File.ReadLines(p).Count(), l.Lines)))
            .Where(f => f.Lines > f.Item3).Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void NoFolderHasMoreThan25Files() =>
        Assert.Empty(Own("*").GroupBy(p => Path.GetDirectoryName(p), StringComparer.Ordinal).Where(g => g.Count() > 25).Select(g => $"{g.Key}: {g.Count()} files"));

    [Fact]
    public void EveryPageDeclaresItsPermission() =>
        Assert.Empty(TextFiles.Sources("*.razor").Where(p => Open(File.ReadAllText(p))).Select(p => Path.GetFileName(p)));

    [Fact]
    public void APageWithoutPermissionWouldBeSeen() => Assert.True(Open("@page \"/baru\"\n<p></p>"));

    private static bool Open(string razor) =>
        razor.Contains("@page \"", StringComparison.Ordinal) && !razor.Contains("@attribute [Requires(", StringComparison.Ordinal);

    // Migrations are written by a tool.
    private static IEnumerable<string> Own(string pattern) => TextFiles.Sources(pattern).Where(p => !p.Contains("/Migrations/", StringComparison.Ordinal));
}
