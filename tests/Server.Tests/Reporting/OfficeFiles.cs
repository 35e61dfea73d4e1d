using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TigaPilar.Server.Tests.Reporting;

/// <summary>Forms as offices have them: small ones written here, real ones by LibreOffice, which also prints what became of them.</summary>
internal static class OfficeFiles
{
    /// <summary>A Word file of one paragraph.</summary>
    public static byte[] Word(string text)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text(text)))));
        return file.ToArray();
    }

    /// <summary>Converts files of a folder by LibreOffice, with a profile of its own so that no other one is in the way.</summary>
    public static async Task ConvertAsync(string folder, string to, params string[] files)
    {
        using var office = Process.Start(new ProcessStartInfo("soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", to, "--outdir", folder, .. files.Select(f => Path.Combine(folder, f))])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        })!;
        var (said, problems) = (office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        await office.WaitForExitAsync();
        Assert.True(office.ExitCode == 0, $"{await said}\n{await problems}");
        foreach (var file in files) Assert.True(File.Exists(Path.Combine(folder, Path.ChangeExtension(file, to.Split(':')[0]))), $"{file} was not converted: {await said} {await problems}");
    }

    /// <summary>The text of a PDF as it stands on the page.</summary>
    public static async Task<string> TextAsync(string pdf) => await RunAsync("pdftotext", "-layout", pdf, "-");

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
        return text;
    }
}
