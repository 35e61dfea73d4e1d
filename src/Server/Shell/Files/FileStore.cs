using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Files;

/// <summary>Takes files in and gives them out again. Who may have one, the room asks that took it in.</summary>
public static class FileStore
{
    /// <summary>More than a scan of many pages or a photo takes.</summary>
    public const int MostBytes = 20 << 20;

    /// <summary>What may be wrong with a file, by the keys of Shell's texts.</summary>
    public static readonly string[] Problems = ["FileMissing", "FileLarge", "FileKindWrong", "PhotoBroken"];

    /// <summary>Reads a file that was sent and adds it to what the caller is about to save.</summary>
    /// <param name="database">The caller's.</param>
    /// <param name="file">As the form brought it.</param>
    /// <param name="allowed">What it may be.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <returns>What was kept, or the key of what is wrong of <see cref="Problems"/>.</returns>
    public static async Task<(FileNote? Kept, string? Problem)> TakeAsync(
        Database database, IFormFile? file, FileKinds allowed, DateTimeOffset now, CancellationToken cancel, int mostBytes = MostBytes)
    {
        if (file is null || file.Length == 0) return (null, "FileMissing");
        if (file.Length > mostBytes) return (null, "FileLarge");
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, cancel);
        var kind = FileKind.Of(content);
        if (kind == FileKinds.None || !allowed.HasFlag(kind)) return (null, "FileKindWrong");
        if (FileKinds.Photo.HasFlag(kind))
        {
            if (Photo.Redrawn(content, kind) is not { } drawn) return (null, "PhotoBroken");
            content = drawn;
        }

        var stored = new StoredFile
        {
            Id = OrderedId.New(), Digest = Convert.ToHexStringLower(SHA256.HashData(content)), Name = NameOf(file.FileName, kind), MediaType = FileKind.MediaTypeOf(kind),
            Length = content.Length, Content = content, At = now,
        };
        database.Add(stored);
        return (new FileNote(stored.Id, stored.Name, stored.MediaType, stored.Length, stored.Digest), null);
    }

    /// <summary>Files without their content, by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FileNote>> NotesAsync(Database database, IReadOnlyCollection<Guid> files, CancellationToken cancel) =>
        await database.Set<StoredFile>().AsNoTracking().Where(f => files.Contains(f.Id))
            .Select(f => new FileNote(f.Id, f.Name, f.MediaType, f.Length, f.Digest)).ToDictionaryAsync(f => f.Id, cancel);

    /// <summary>The answer: always to be saved and never to be run. The caller has asked whether the reader may have it.</summary>
    public static async Task<IResult> SendAsync(Database database, Guid file, HttpContext http, CancellationToken cancel)
    {
        if (await database.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == file, cancel) is not { } found) return Results.NotFound();
        // Nosniff comes with every answer; this one says once more that it is somebody's, and stays in no cache.
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(found.Content, found.MediaType, found.Name);
    }

    // The last part of the sender's name without what a header or a folder would trip over, and the ending of what it is.
    private static string NameOf(string sent, FileKinds kind)
    {
        var bare = Path.GetFileNameWithoutExtension(sent.Replace('\\', '/').Split('/')[^1]);
        var safe = string.Concat(bare.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')')).Trim(' ', '.');
        return $"{(safe.Length == 0 ? "berkas" : safe.Length <= 100 ? safe : safe[..100])}{FileKind.EndingOf(kind)}";
    }
}
