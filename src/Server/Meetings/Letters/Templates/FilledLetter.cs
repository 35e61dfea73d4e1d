using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using QRCoder;
using TigaPilar.Server.Shell.Documents.Templates;
using Draw = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace TigaPilar.Server.Meetings.Letters.Templates;

/// <summary>A template filled for one letter, with the picture of the code where <c>{{qr}}</c> stood.</summary>
internal static class FilledLetter
{
    /// <summary>24 mm, as on the letter that the program sets; in the unit of Word, 36,000 to the millimetre.</summary>
    private const long Side = 24 * 36_000;

    private const string Part = "kode-surat";

    /// <summary>The Word file.</summary>
    /// <param name="template">The agency's.</param>
    /// <param name="values">Of the letter.</param>
    /// <param name="address">What the code holds.</param>
    /// <exception cref="InvalidDataException">The template is damaged.</exception>
    public static byte[] Of(byte[] template, TemplateValues values, string address)
    {
        var filled = OfficeTemplate.Fill(template, values);
        using var stream = new MemoryStream();
        stream.Write(filled);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = word.MainDocumentPart!;
            foreach (var part in (IEnumerable<OpenXmlPart>)[main, .. main.HeaderParts, .. main.FooterParts]) PutCodes(part, address);
        }

        return stream.ToArray();
    }

    private static void PutCodes(OpenXmlPart part, string address)
    {
        var places = part.RootElement?.Descendants<Text>().Where(t => t.Text.Contains(LetterFields.CodeMark, StringComparison.Ordinal)).ToList() ?? [];
        if (places.Count == 0) return;
        using (var picture = new MemoryStream(Code(address))) part.AddNewPart<ImagePart>("image/png", Part).FeedData(picture);
        foreach (var (n, text) in places.Index())
        {
            text.Text = text.Text.Replace(LetterFields.CodeMark, "", StringComparison.Ordinal);
            text.InsertAfterSelf(DrawingOf((uint)(900 + n)));
        }
    }

    private static byte[] Code(string address)
    {
        using var codes = new QRCodeGenerator();
        using var data = codes.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(6);
    }

    private static Drawing DrawingOf(uint id) => new(new Inline(
        new Extent { Cx = Side, Cy = Side },
        new DocProperties { Id = id, Name = "Kode surat", Description = "Kode untuk memeriksa keaslian surat" },
        new Draw.Graphic(new Draw.GraphicData(new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(new Pictures.NonVisualDrawingProperties { Id = id, Name = "kode.png" }, new Pictures.NonVisualPictureDrawingProperties()),
            new Pictures.BlipFill(new Draw.Blip { Embed = Part }, new Draw.Stretch(new Draw.FillRectangle())),
            new Pictures.ShapeProperties(
                new Draw.Transform2D(new Draw.Offset { X = 0, Y = 0 }, new Draw.Extents { Cx = Side, Cy = Side }), new Draw.PresetGeometry(new Draw.AdjustValueList()) { Preset = Draw.ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
}
