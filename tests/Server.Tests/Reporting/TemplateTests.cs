using System.Collections.Immutable;
using System.IO.Compression;
using TigaPilar.Server.Reporting.Forms;
using TigaPilar.Server.Shell.Documents.Templates;

namespace TigaPilar.Server.Tests.Reporting;

/// <summary>Forms made in LibreOffice Writer and Calc are filled, and LibreOffice opens and prints them again with all that was on them.</summary>
public sealed class TemplateTests : IDisposable
{
    private static readonly string Forms = Path.Combine(AppContext.BaseDirectory, "Reporting", "Forms");

    private readonly string _folder = Directory.CreateTempSubdirectory("tigapilar-forms").FullName;

    private static TemplateValues Values(params string[] kecamatan) => new(
        new Dictionary<string, string>
        {
            ["kabupaten"] = "Kabupaten Lumajang", ["hari_tanggal"] = "Rabu, 27 November 2024", ["pukul"] = "09.00", ["situasi"] = "Aman & kondusif <tanpa kejadian>.\nHujan ringan di lereng selatan.", ["jumlah"] = "21", ["penyusun"] = "Kabag Contoh",
        },
        new Dictionary<string, ImmutableArray<IReadOnlyDictionary<string, string>>>
        {
            ["bagian"] = [.. kecamatan.Select((k, i) => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["no"] = $"{i + 1}", ["nama"] = k, ["keadaan"] = i % 2 == 0 ? "NIHIL" : "=1+1", ["situasi"] = "" })],
        });

    [Fact]
    public async Task AFormOfWriterAndOneOfCalcAreFilledAndPrintedWithoutLoss()
    {
        foreach (var form in (string[])["laporan.fodt", "laporan.fods"]) File.Copy(Path.Combine(Forms, form), Path.Combine(_folder, form));
        await OfficeFiles.ConvertAsync(_folder, "docx", "laporan.fodt");
        await OfficeFiles.ConvertAsync(_folder, "xlsx", "laporan.fods");
        var (word, excel) = (await ReadAsync("laporan.docx"), await ReadAsync("laporan.xlsx"));
        Assert.Equal(["bagian.keadaan", "bagian.nama", "bagian.no", "hari_tanggal", "jumlah", "kabupaten", "penyusun", "pukul", "situasi"], OfficeTemplate.FieldsOf(word).Order(StringComparer.Ordinal));
        Assert.Equal(["bagian.keadaan", "bagian.nama", "bagian.no", "hari_tanggal", "jumlah", "kabupaten", "pukul", "situasi"], OfficeTemplate.FieldsOf(excel).Order(StringComparer.Ordinal));

        string[] kecamatan = [.. Enumerable.Range(1, 60).Select(n => $"Kecamatan Contoh {n:00}")];
        await WriteAsync("isi.docx", OfficeTemplate.Fill(word, Values(kecamatan)));
        await WriteAsync("isi2.xlsx", OfficeTemplate.Fill(excel, Values(kecamatan)));
        await OfficeFiles.ConvertAsync(_folder, "pdf", "laporan.docx", "isi.docx");
        await OfficeFiles.ConvertAsync(_folder, "pdf", "isi2.xlsx");

        var (before, letter, table) = (await OfficeFiles.TextAsync(Path.Combine(_folder, "laporan.pdf")), await OfficeFiles.TextAsync(Path.Combine(_folder, "isi.pdf")), await OfficeFiles.TextAsync(Path.Combine(_folder, "isi2.pdf")));
        foreach (var text in (string[])[letter, table])
        {
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            foreach (var k in kecamatan) Assert.Equal((k, 1), (k, text.Split(k).Length - 1));
            Assert.Contains("Rabu, 27 November 2024", text, StringComparison.Ordinal);
            Assert.Contains("Aman & kondusif <tanpa kejadian>.", text, StringComparison.Ordinal);
            Assert.Contains("Hujan ringan di lereng selatan.", text, StringComparison.Ordinal);
            // What begins like a sum is a word, and no sum.
            Assert.Contains("=1+1", text, StringComparison.Ordinal);
        }

        // Parted by a bold word in its midst, in a text box, in header and footer: all filled, and what was said around them stays.
        foreach (var words in (string[])["Pukul 09.00 WIB", "PEMERINTAH PROVINSI CONTOH", "Formulir PEM-07", "Kotak: 21 laporan", "Mengetahui,", "Kabag Contoh", "Halaman"]) Assert.Contains(words, letter, StringComparison.Ordinal);
        // The heading of the table is repeated on each page that it fills.
        var pages = letter.TrimEnd('\f', '\n').Split('\f');
        Assert.InRange(pages.Length, 2, 4);
        Assert.Equal(pages.Length, letter.Split("PEMERINTAH PROVINSI CONTOH").Length - 1);
        Assert.All(before.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.Contains("{{", StringComparison.Ordinal)), l => Assert.Contains(string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)), string.Join(' ', letter.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal));
        Assert.Equal(Images(await OfficeFiles.RunAsync("pdfimages", "-list", Path.Combine(_folder, "laporan.pdf"))), Images(await OfficeFiles.RunAsync("pdfimages", "-list", Path.Combine(_folder, "isi.pdf"))));
        // Landscape, the merged title, a formula and the second sheet are still what they were.
        Assert.Contains("841.89 x 595.304", await OfficeFiles.RunAsync("pdfinfo", Path.Combine(_folder, "isi2.pdf")), StringComparison.Ordinal);
        foreach (var words in (string[])["LAPORAN SITUASI Kabupaten Lumajang", "Pukul 09.00 atau 09.00", "Rumus tetap: 42", "Lembar kedua tetap utuh"]) Assert.Contains(words, table, StringComparison.Ordinal);
    }

    [Fact]
    public void NoFieldOfAReportBearsTheNameOfAList() =>
        // In Excel both stand in one place.
        Assert.Empty(FormValues.Fields.Intersect(FormValues.Lists.Select(l => l.List), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void AListWithoutItemsLeavesOneBlankRowAndAFieldWithoutAnswerABlank()
    {
        var filled = OfficeTemplate.Fill(OfficeFiles.Word("Hari {{hari_tanggal}}, {{tak_ada}}selesai"), Values());
        Assert.Empty(OfficeTemplate.FieldsOf(filled));
        using var zip = new ZipArchive(new MemoryStream(filled));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Hari Rabu, 27 November 2024, selesai", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void AControlCharacterInAnAnswerBreaksNoFile()
    {
        var values = TemplateValues.Of(new Dictionary<string, string> { ["situasi"] = "satu\u0001\u000bdua\r\ntiga" });
        var filled = OfficeTemplate.Fill(OfficeFiles.Word("{{ Situasi }}"), values);
        using var zip = new ZipArchive(new MemoryStream(filled));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("satudua", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoFormOrUnpacksToTooMuchIsRefused()
    {
        Assert.Throws<InvalidDataException>(() => OfficeTemplate.FieldsOf("%PDF-1.7"u8.ToArray()));
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["word/document.xml", "a", "b"])
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var i = 0; i < 32; i++) entry.Write(new byte[1 << 20]);
            }
        }

        Assert.True(bomb.ToArray().Length < OfficeTemplate.MostBytes);
        Assert.Throws<InvalidDataException>(() => OfficeTemplate.FieldsOf(bomb.ToArray()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Images(string list) => list.Split('\n').Count(l => l.Contains("image", StringComparison.Ordinal) && !l.Contains("type", StringComparison.Ordinal));

    private Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(Path.Combine(_folder, name));

    private Task WriteAsync(string name, byte[] content) => File.WriteAllBytesAsync(Path.Combine(_folder, name), content);
}
