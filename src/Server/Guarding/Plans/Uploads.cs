using System.IO.Compression;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>The files of a request on disk while they are read, under the names that their owner gave them.</summary>
internal sealed class Uploads : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tigapilar-").FullName;

    public string? Patterns => Of("patterns");

    public string? Classes => Of("classes");

    public string? Forces => Of("forces");

    public string? Links => Of("links");

    public string? Pins => Of("pins");

    public string? Distances => Of("distances");

    public static async Task<Uploads> SaveAsync(StartGuardPlan.Form form, CancellationToken cancel)
    {
        var uploads = new Uploads();
        foreach (var (kind, file) in (IEnumerable<(string, IFormFile?)>)
            [("patterns", form.Patterns), ("classes", form.Classes), ("forces", form.Forces), ("links", form.Links), ("pins", form.Pins), ("distances", form.Distances)])
        {
            await uploads.SaveAsync(kind, file, cancel);
        }

        return uploads;
    }

    /// <summary>The files of a plan made before.</summary>
    public static Uploads Open(byte[]? kept)
    {
        var uploads = new Uploads();
        if (kept is null) return uploads;
        using var zip = new ZipArchive(new MemoryStream(kept));
        zip.ExtractToDirectory(uploads._folder);
        return uploads;
    }

    /// <summary>All of them in one, to be kept with the plan; null where there is none.</summary>
    public byte[]? Kept()
    {
        if (!Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Any()) return null;
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(_folder, zip, CompressionLevel.Optimal, includeBaseDirectory: false);
        return zip.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string? Of(string kind) => Path.Combine(_folder, kind) is var folder && Directory.Exists(folder) ? Directory.EnumerateFiles(folder).SingleOrDefault() : null;

    private async Task SaveAsync(string kind, IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return;
        // A folder of its own, and of the sender's name only the last part: nothing lands anywhere else.
        var folder = Directory.CreateDirectory(Path.Combine(_folder, kind)).FullName;
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        await using var stream = File.Create(Path.Combine(folder, string.IsNullOrWhiteSpace(name) || name is "." or ".." ? $"{kind}.csv" : name));
        await file.CopyToAsync(stream, cancel);
    }
}
