using SkiaSharp;

namespace TigaPilar.Server.Shell.Files;

/// <summary>
/// Photos are drawn anew before they are kept: what a phone writes beside the picture (place, device, owner, time, a small
/// copy of what was cut away) is not taken along, and what only looks like a picture does not get in.
/// </summary>
internal static class Photo
{
    /// <summary>Longest side that is kept: enough for the words on a banner.</summary>
    public const int LongestSide = 2048;

    /// <summary>Most dots that are unpacked: a few kilobytes may claim to be gigabytes.</summary>
    private const long MostPixels = 50_000_000;

    /// <summary>The same picture, upright; null where it cannot be read.</summary>
    public static byte[]? Redrawn(byte[] content, FileKinds kind)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0 || (long)codec.Info.Width * codec.Info.Height > MostPixels) return null;
        var (turned, scale) = (codec.EncodedOrigin >= SKEncodedOrigin.LeftTop, Math.Min(1f, (float)LongestSide / Math.Max(codec.Info.Width, codec.Info.Height)));
        // A JPEG is unpacked at about the size that is wanted, and not at that of the camera.
        var near = codec.GetScaledDimensions(scale);
        using var read = new SKBitmap(new SKImageInfo(near.Width, near.Height, SKImageInfo.PlatformColorType, SKAlphaType.Premul));
        if (codec.GetPixels(read.Info, read.GetPixels()) != SKCodecResult.Success) return null;
        var (width, height) = (Math.Max(1, (int)(codec.Info.Width * scale)), Math.Max(1, (int)(codec.Info.Height * scale)));
        using var drawn = new SKBitmap(turned ? height : width, turned ? width : height);
        using (var canvas = new SKCanvas(drawn))
        {
            canvas.Clear(kind == FileKinds.Png ? SKColors.Transparent : SKColors.White);
            Turn(canvas, codec.EncodedOrigin, width, height);
            using var image = SKImage.FromBitmap(read);
            canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        }

        using var encoded = drawn.Encode(kind == FileKinds.Png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 85);
        return encoded?.ToArray();
    }

    // The eight ways in which a camera may have been held (EXIF, tag 274).
    private static void Turn(SKCanvas canvas, SKEncodedOrigin origin, float width, float height)
    {
        var matrix = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        canvas.SetMatrix(matrix);
    }
}
