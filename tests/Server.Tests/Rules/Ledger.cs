using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>A table as it is stored.</summary>
public sealed record Table(string Name, ImmutableArray<string> Columns);

/// <summary>
/// Everything of the program that has a name by which its purpose is told: tables, columns, routes, exports, texts. The
/// rules of the field are held against it, and against the same with one thing added.
/// </summary>
/// <param name="Tables">What is stored.</param>
/// <param name="Routes">What is served.</param>
/// <param name="Exports">The columns of each file that leaves the program, by its name.</param>
/// <param name="Texts">What is shown: key and words.</param>
public sealed partial record Ledger(
    ImmutableArray<Table> Tables, ImmutableArray<Route> Routes, ImmutableArray<Table> Exports, ImmutableArray<(string Key, string Words)> Texts)
{
    public static Ledger Empty { get; } = new([], [], [], []);

    /// <summary>The schema of the running program.</summary>
    public static ImmutableArray<Table> OfProgram()
    {
        using var database = new StorageModule.SqliteDesign().CreateDbContext([]);
        return Of(database.Model);
    }

    public static ImmutableArray<Table> Of(IReadOnlyModel model) =>
        [.. model.GetEntityTypes().Select(e => new Table(e.ShortName(), [.. e.GetProperties().Select(p => p.Name)]))];

    /// <summary>Every structural name and where it stands. Texts are not among them: they may say what is not done.</summary>
    public IEnumerable<(string Where, string Name)> Names() =>
    [
        .. Tables.Select(t => ("table", t.Name)),
        .. Tables.SelectMany(t => t.Columns.Select(c => ($"column of {t.Name}", c))),
        .. Routes.Select(r => ("route", r.Pattern)),
        .. Routes.SelectMany(r => r.Parameters.Select(p => ($"parameter of {r.Pattern}", p.Name))),
        .. Exports.SelectMany(e => e.Columns.Select(c => ($"column of {e.Name}", c))),
    ];

    /// <summary>The words of a name, in lower case: VotesOfParty is votes, of, party; kode_tps is kode, tps.</summary>
    public static ImmutableArray<string> WordsOf(string name) => [.. Word().Matches(name).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
