namespace TigaPilar.Server.Guarding.Plans;

/// <summary>The files of a request on disk while they are read, under the names that their owner gave them.</summary>
internal sealed class Uploads : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tigapilar-").FullName;

    public string? Patterns { get; private set; }

    public string? Classes { get; private set; }

    public string? Forces { get; private set; }

    public string? Links { get; private set; }

    public static async Task<Uploads> SaveAsync(StartGuardPlan.Form form, CancellationToken cancel)
    {
        var uploads = new Uploads();
        uploads.Patterns = await uploads.SaveAsync("patterns", form.Patterns, cancel);
        uploads.Classes = await uploads.SaveAsync("classes", form.Classes, cancel);
        uploads.Forces = await uploads.SaveAsync("forces", form.Forces, cancel);
        uploads.Links = await uploads.SaveAsync("links", form.Links, cancel);
        return uploads;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string?> SaveAsync(string kind, IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return null;
        // A folder of its own, and of the sender's name only the last part: nothing lands anywhere else.
        var folder = Directory.CreateDirectory(Path.Combine(_folder, kind)).FullName;
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        var path = Path.Combine(folder, string.IsNullOrWhiteSpace(name) || name is "." or ".." ? $"{kind}.csv" : name);
        await using var stream = File.Create(path);
        await file.CopyToAsync(stream, cancel);
        return path;
    }
}
