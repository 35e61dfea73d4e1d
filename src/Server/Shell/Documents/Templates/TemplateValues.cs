using System.Collections.Immutable;

namespace TigaPilar.Server.Shell.Documents.Templates;

/// <summary>What an office's own form is filled with.</summary>
/// <param name="Fields">By name, as in <c>{{tanggal}}</c>; a value may have several lines.</param>
/// <param name="Rows">By name of a list, as <c>bagian</c> in <c>{{bagian.nama}}</c>: the table row that holds such fields comes once for each of its items.</param>
public sealed record TemplateValues(
    IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, ImmutableArray<IReadOnlyDictionary<string, string>>> Rows)
{
    /// <summary>Fields alone.</summary>
    public static TemplateValues Of(IReadOnlyDictionary<string, string> fields) =>
        new(fields, ImmutableDictionary<string, ImmutableArray<IReadOnlyDictionary<string, string>>>.Empty);

    /// <summary>Whether a form may name this: a field, or a field of a list.</summary>
    /// <param name="name">Without braces, in small letters.</param>
    public bool Knows(string name) => name.Split('.') is [var list, var field]
        ? Rows.TryGetValue(list, out var rows) && rows.Any(r => r.ContainsKey(field))
        : Fields.ContainsKey(name);
}
