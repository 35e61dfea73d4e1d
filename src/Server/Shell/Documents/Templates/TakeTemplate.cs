using System.Collections.Immutable;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Documents.Templates;

/// <summary>Takes somebody's form in: whole and with known fields alone, or not at all.</summary>
public static class TakeTemplate
{
    /// <summary>What may be wrong, by the keys of Shell's texts.</summary>
    public static readonly string[] Problems = [.. FileStore.Problems, "TemplateLarge", "TemplateBroken", "TemplateNoFields", "TemplateUnknown"];

    /// <summary>Adds the file to what the caller is about to save in his transaction.</summary>
    /// <param name="database">The caller's.</param>
    /// <param name="file">As the form brought it.</param>
    /// <param name="kinds">Word, Excel or both.</param>
    /// <param name="knows">Whether a form of this sort may name a field.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>What was taken and its content; else a key of <see cref="Problems"/>, and the fields that nobody knows.</returns>
    public static async Task<(FileNote? Kept, byte[] Content, string? Problem, ImmutableArray<string> Unknown)> RunAsync(
        Database database, IFormFile? file, FileKinds kinds, Func<string, bool> knows, DateTimeOffset now, CancellationToken cancel)
    {
        if (file is { Length: > OfficeTemplate.MostBytes }) return (null, [], "TemplateLarge", []);
        var (kept, wrong) = await FileStore.TakeAsync(database, file, kinds, now, cancel, OfficeTemplate.MostBytes);
        if (kept is null) return (null, [], wrong, []);
        var content = database.Set<StoredFile>().Local.Single(f => f.Id == kept.Id).Content;
        try
        {
            var fields = OfficeTemplate.FieldsOf(content);
            if (fields.IsEmpty) return (null, [], "TemplateNoFields", []);
            var unknown = fields.Where(f => !knows(f)).ToImmutableArray();
            if (!unknown.IsEmpty) return (null, [], "TemplateUnknown", unknown);
            // Tried once with nothing in it: what cannot be filled is not kept.
            OfficeTemplate.Fill(content, TemplateValues.Of(ImmutableDictionary<string, string>.Empty));
        }
        catch (InvalidDataException)
        {
            return (null, [], "TemplateBroken", []);
        }

        return (kept, content, null, []);
    }
}
