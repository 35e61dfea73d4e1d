using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests.Lampung;

/// <summary>Pictures for the guide, taken while a test plays, where TIGAPILAR_PICTURES names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TIGAPILAR_PICTURES") is { Length: > 0 } named ? Directory.CreateDirectory(named).FullName : null;

    /// <summary>The window, after what is named was brought to its upper edge.</summary>
    public static async Task TakeAsync(this Visit visit, string name, string? at = null)
    {
        if (Folder is null) return;
        await visit.Page.EvaluateAsync("at => at ? document.querySelector(at).scrollIntoView({ block: 'center', behavior: 'instant' }) : scrollTo({ top: 0, behavior: 'instant' })", at);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }

    /// <summary>The first page of a paper.</summary>
    public static void Take(byte[] pdf, string name)
    {
        if (Folder is null) return;
        var file = Path.Combine(Folder, $"{name}.pdf");
        File.WriteAllBytes(file, pdf);
        Run("pdftoppm", null, "-png", "-singlefile", "-r", "60", file, Path.Combine(Folder, name));
        File.Delete(file);
    }

    /// <summary>The words of a paper.</summary>
    public static string Words(byte[] pdf) => Run("pdftotext", pdf, "-raw", "-", "-");

    private static string Run(string program, byte[]? input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8,
        })!;
        var words = process.StandardOutput.ReadToEndAsync();
        if (input is not null) process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        var said = words.GetAwaiter().GetResult();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said;
    }
}
