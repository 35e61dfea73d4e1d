using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Letters.Templates;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>An office's own Word file for its invitations.</summary>
[Trait("Database", "each")]
public sealed class LetterTemplateTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task LettersComeInTheOfficesOwnWordFileBesideThePdfWhichStaysTheOriginal()
    {
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/rapat/naskah");
        Assert.Contains("Yang asli adalah PDF", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("naskah", [], ("Sent.File", "kop.docx", WordFile.Of("KOP SURAT", "Nomor: {{no|mor}}", "Yth. {{kepada}}", "{{acara}}", "{{qr}}")));
        Assert.Contains("kop.docx", desk.Text, StringComparison.Ordinal);
        var trial = WordFile.Read(await BytesAsync(desk, "/rapat/naskah/contoh.docx"));
        Assert.Contains("005/1/CONTOH", trial.Text, StringComparison.Ordinal);

        var id = await Rakor.SendAsync(desk, "Rapat dengan naskah sendiri", OfficeGroup.Danramil);
        var letter = await house.Here.AskAsync(d => d.Set<Invitation>().FirstAsync(i => i.MeetingId == id && i.Agency == "Koramil Pasirian"));
        var one = WordFile.Read(await BytesAsync(desk, $"/rapat/{id}/undangan/{letter.Id}.docx"));
        Assert.Contains("Nomor: 005/9/2026", one.Text, StringComparison.Ordinal);
        Assert.Contains("Yth. Danramil Koramil Pasirian", one.Text, StringComparison.Ordinal);
        Assert.Contains("1. Pembukaan", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", one.Text, StringComparison.Ordinal);
        Assert.Equal(1, one.Pictures);
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync(desk, $"/rapat/{id}/undangan.zip")));
        Assert.Equal(21, zip.Entries.Count);
        Assert.All(zip.Entries, e =>
        {
            using var file = new MemoryStream();
            using (var part = e.Open()) part.CopyTo(file);
            Assert.Contains("Nomor: 005/9/2026", WordFile.Read(file.ToArray()).Text, StringComparison.Ordinal);
        });

        // Who is asked has the PDF alone.
        var danramil = await house.EnterAsync("danramil");
        foreach (var path in (string[])[$"/rapat/{id}/undangan/{letter.Id}.docx", $"/rapat/{id}/undangan.zip"])
        {
            using var answer = await danramil.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        await desk.OpenAsync("/rapat/naskah");
        await desk.SendAsync("naskah-hapus");
        using var after = await desk.GetAsync($"/rapat/{id}/undangan.zip");
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task AFileWithAFieldThatNobodyKnowsIsRefusedByItsNameAndNothingIsKept()
    {
        var kapolres = await house.EnterAsync("kapolres");
        var before = await house.Here.AskAsync(d => d.Set<StoredFile>().CountAsync());
        await SendAsync(WordFile.Of("{{nomor}} {{nik}} {{acara.judul}} {{acara.biaya}}"));
        Assert.Contains("tidak dikenal", Alert(), StringComparison.Ordinal);
        Assert.Equal(["{{nik}}", "{{acara.biaya}}"], kapolres.Page.QuerySelectorAll("[role=alert] .code").Select(c => c.TextContent));
        await SendAsync(WordFile.Of("Tanpa isian"));
        Assert.Contains("tidak memuat isian", Alert(), StringComparison.Ordinal);
        await SendAsync("%PDF-bukan Word"u8.ToArray());
        Assert.Contains("Jenis berkas ini tidak diterima", Alert(), StringComparison.Ordinal);
        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<StoredFile>().CountAsync()));
        Assert.DoesNotContain("kop.docx", kapolres.Text, StringComparison.Ordinal);

        async Task SendAsync(byte[] file)
        {
            await kapolres.OpenAsync("/rapat/naskah");
            await kapolres.SendAsync("naskah", [], ("Sent.File", "kop.docx", file));
        }

        string Alert() => kapolres.Page.QuerySelector("[role=alert]")!.TextContent;
    }

    [Fact]
    public void EveryFieldThatThePageTellsIsKnownAndNoOther()
    {
        var values = LetterFields.Example(new DateOnly(2031, 11, 1));
        Assert.All(LetterFields.Names, n => Assert.True(values.Knows(n), n));
        Assert.Equal(LetterFields.Names.Where(n => !n.Contains('.', StringComparison.Ordinal)).Order(), values.Fields.Keys.Order());
    }

    private static async Task<byte[]> BytesAsync(Visitor who, string path)
    {
        using var answer = await who.GetAsync(path);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
