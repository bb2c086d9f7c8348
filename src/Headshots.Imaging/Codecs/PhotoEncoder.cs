using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>
/// Writes pictures as files. Colour files carry an sRGB profile and XMP with how they came about, and nothing else:
/// no metadata of any photo can reach them, because only pixels come in.
/// </summary>
public static class PhotoEncoder
{
    private const int KeepXmpAndProfile = 2 | 8;
    private const int SubsampleOn = 1;
    private const int SubsampleOff = 2;
    private const int Av1 = 4;

    /// <summary>
    /// Pixels up to which a JPEG gets Huffman tables of its own, which make it a few hundredths smaller. The encoder then
    /// holds the whole picture as coefficients, twelve bytes a pixel.
    /// </summary>
    private const long MostOptimised = 16_000_000;

    /// <summary>Writes an opaque sRGB picture.</summary>
    /// <exception cref="ByteBudgetException">It cannot be as small as the settings ask.</exception>
    /// <exception cref="ArgumentException">The format cannot hold a picture like this one.</exception>
    public static byte[] Encode(RgbImage image, EncodeSettings settings, OutputMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(metadata);
        return Encode(image.Pixels, image.Width, image.Height, 3, settings, metadata);
    }

    /// <summary>Writes a float picture, rounded to eight bits.</summary>
    /// <param name="image">
    /// In [0, 1] (values outside are clamped): 3 channels sRGB-encoded, 4 with straight alpha (not for JPEG), or 1 grey.
    /// </param>
    /// <param name="settings">The format.</param>
    /// <param name="metadata">What the file says about itself.</param>
    /// <exception cref="ByteBudgetException">It cannot be as small as the settings ask.</exception>
    /// <exception cref="ArgumentException">The format cannot hold a picture like this one.</exception>
    public static byte[] Encode(PlanarImage image, EncodeSettings settings, OutputMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(metadata);
        if (image.Channels == 2 || (image.Channels == 4 && settings is JpegSettings))
        {
            throw new ArgumentException("1, 3 or 4 channels can be written, and JPEG has no alpha.", nameof(image));
        }

        int length = checked(image.Width * image.Height * image.Channels);
        PixelBlock block = PixelPool.Rent(length);
        try
        {
            Span<byte> pixels = block.Bytes(length);
            PlanarQuantiser.Interleave(image, pixels);
            return Encode(pixels, image.Width, image.Height, image.Channels, settings, metadata);
        }
        finally
        {
            PixelPool.Return(block);
        }
    }

    private static unsafe byte[] Encode(
        ReadOnlySpan<byte> pixels, int width, int height, int channels, EncodeSettings settings, OutputMetadata metadata)
    {
        if (Math.Max(width, height) > settings.MostSide)
        {
            throw new ArgumentException(
                $"The format holds {settings.MostSide} pixels on a side, not {width} x {height}.", nameof(settings));
        }

        LibvipsLibrary.EnsureStarted();
        fixed (byte* first = pixels)
        {
            using VipsImage raw = VipsImage.OverMemory((nint)first, width, height, channels);
            VipsInterpretation meaning = channels == 1 ? VipsInterpretation.BlackWhite : VipsInterpretation.Srgb;
            using VipsOperation label = new("copy");
            using VipsImage image = label.Set("in", raw).Set("interpretation", (int)meaning).Run().Image();
            image.SetBlob("xmp-data", metadata.ToXmp());
            return settings is JpegSettings { MaxBytes: { } maxBytes } jpeg
                ? JpegBudget.Fit(jpeg, maxBytes, candidate => Save(image, candidate))
                : Save(image, settings);
        }
    }

    private static byte[] Save(VipsImage image, EncodeSettings settings)
    {
        using VipsOperation save = settings switch
        {
            JpegSettings jpeg => new VipsOperation("jpegsave_buffer")
                .Set("Q", jpeg.Quality)
                .Set("subsample-mode", jpeg.FullChroma ? SubsampleOff : SubsampleOn)
                .Set("optimize-coding", (long)image.Width * image.Height <= MostOptimised)
                .Set("interlace", jpeg.Progressive),
            PngSettings png => new VipsOperation("pngsave_buffer").Set("compression", png.Compression),
            WebpSettings webp => new VipsOperation("webpsave_buffer")
                .Set("Q", webp.Quality)
                .Set("effort", webp.Effort)
                .Set("lossless", webp.Lossless)
                .Set("smart-subsample", true),
            AvifSettings avif => new VipsOperation("heifsave_buffer")
                .Set("compression", Av1)
                .Set("Q", avif.Quality)
                .Set("effort", avif.Effort)
                .Set("bitdepth", 8)
                .Set("subsample-mode", avif.FullChroma ? SubsampleOff : SubsampleOn),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "There is no writer for these settings."),
        };
        _ = save.Set("in", image).Set("keep", KeepXmpAndProfile);
        if (image.Bands >= 3)
        {
            _ = save.Set("profile", "srgb");
        }

        return save.Run().Bytes();
    }
}
