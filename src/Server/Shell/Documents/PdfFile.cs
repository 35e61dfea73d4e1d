namespace TigaPilar.Server.Shell.Documents;

/// <summary>A paper sent to a browser, written while it is set.</summary>
internal static class PdfFile
{
    /// <summary>The answer; shown in the browser, saved under the name given.</summary>
    public static IResult Of(Paper paper, string name) => new PaperResult(paper, name);

    private sealed class PaperResult(Paper paper, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            // Set whole first: a paper that cannot be set is an error page, not half a file.
            await using var file = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            paper.Write(file);
            file.Position = 0;
            response.ContentType = "application/pdf";
            response.ContentLength = file.Length;
            response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
            response.Headers.CacheControl = "private, no-store";
            await file.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }
}
