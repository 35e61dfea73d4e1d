using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>A file of texts in one language.</summary>
/// <param name="Name">Of the room's texts, such as ShellText.</param>
/// <param name="Language">id or en.</param>
/// <param name="Words">By key.</param>
public sealed record TextFile(string Name, string Language, IReadOnlyDictionary<string, string> Words);

/// <summary>The sources of the program, as they lie in the repository that the tests were built from.</summary>
public static partial class TextFiles
{
    public static readonly string Root = FindRoot();

    public static IReadOnlyList<TextFile> All { get; } =
        [.. Sources("*.resx").Select(path => new TextFile(
            Path.GetFileName(path).Split('.')[0], path.EndsWith(".id.resx", StringComparison.Ordinal) ? "id" : "en",
            XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal)))];

    /// <summary>Every file of the sources with such a name, without what is built.</summary>
    public static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(p => !Built().IsMatch(p)).Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "TigaPilar.slnx"))) return folder.FullName;
        throw new InvalidOperationException("TigaPilar.slnx was not found above the tests.");
    }

    [GeneratedRegex("/(bin|obj|node_modules|wwwroot)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Built();
}
