using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>
/// Reads pictures with transparency that companies send to be laid over photos: SVG, drawn at the size that is needed,
/// and PNG. Photos go through <see cref="PhotoDecoder"/>, which knows no transparency and refuses drawings.
/// </summary>
public static class ArtworkDecoder
{
    private const int SvgMaxBytes = 1 << 20;
    private const int PngMaxBytes = 16 << 20;
    private const long PngMaxPixels = 24_000_000;
    private const int FailOnError = 2;

    /// <summary>The largest side that is drawn.</summary>
    public const int MaxSide = 4096;

    /// <summary>Decodes a picture; bad bytes give an error, never an exception.</summary>
    /// <param name="file">SVG or PNG, found out by the bytes.</param>
    /// <param name="width">Pixels to draw an SVG in, 16 to <see cref="MaxSide"/>; a PNG keeps its own size.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <returns>4 channels, sRGB-encoded, straight alpha; the caller's to dispose.</returns>
    public static Result<PlanarImage, PhotoError> Decode(ReadOnlyMemory<byte> file, int width, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        PhotoFormat format = PhotoFormatSniffer.Sniff(file.Span);
        int limit = format == PhotoFormat.Vector ? SvgMaxBytes : PngMaxBytes;
        if (format is not (PhotoFormat.Vector or PhotoFormat.Png))
        {
            return PhotoErrors.UnsupportedFormat;
        }

        if (file.Length > limit)
        {
            return PhotoErrors.TooManyBytes(file.Length, limit);
        }

        if (format == PhotoFormat.Vector && !VectorRules.Allows(file))
        {
            return PhotoErrors.UnsafeDrawing;
        }

        cancellation.ThrowIfCancellationRequested();
        LibvipsLibrary.EnsureStarted();
        try
        {
            return format == PhotoFormat.Vector ? Draw(file, width) : ReadPng(file);
        }
        catch (VipsException)
        {
            return PhotoErrors.Corrupt;
        }
    }

    private static unsafe Result<PlanarImage, PhotoError> Draw(ReadOnlyMemory<byte> file, int width)
    {
        using System.Buffers.MemoryHandle pin = file.Pin();
        using VipsImage natural = Load("svgload_buffer", (nint)pin.Pointer, file.Length, 1);
        double scale = (double)width / natural.Width;
        if (natural.Height * scale > MaxSide || scale is < 0.001 or > 1000)
        {
            return PhotoErrors.TooManyPixels(width, (long)(natural.Height * scale), (long)MaxSide * MaxSide, MaxSide);
        }

        using VipsImage drawn = Load("svgload_buffer", (nint)pin.Pointer, file.Length, scale);
        return ToPlanes(drawn);
    }

    private static unsafe Result<PlanarImage, PhotoError> ReadPng(ReadOnlyMemory<byte> file)
    {
        using System.Buffers.MemoryHandle pin = file.Pin();
        using VipsImage image = Load("pngload_buffer", (nint)pin.Pointer, file.Length, null);
        if ((long)image.Width * image.Height > PngMaxPixels || Math.Max(image.Width, image.Height) > MaxSide)
        {
            return PhotoErrors.TooManyPixels(image.Width, image.Height, PngMaxPixels, MaxSide);
        }

        using VipsOperation convert = new("colourspace");
        using VipsImage srgb = convert.Set("in", image).Set("space", (int)VipsInterpretation.Srgb).Run().Image();
        return ToPlanes(srgb);
    }

    private static VipsImage Load(string loader, nint bytes, int length, double? scale)
    {
        using VipsOperation load = new(loader);
        load.SetBytes("buffer", bytes, length).Set("fail-on", FailOnError);
        if (scale is { } factor)
        {
            load.Set("scale", factor);
        }

        return load.Run().Image();
    }

    private static unsafe Result<PlanarImage, PhotoError> ToPlanes(VipsImage image)
    {
        if (image.Format != VipsFormat.UInt8 || image.Bands is not (3 or 4))
        {
            return PhotoErrors.UnsupportedFormat;
        }

        int bands = image.Bands;
        byte[] pixels = new byte[checked(image.Width * image.Height * bands)];
        fixed (byte* address = pixels)
        {
            using VipsRegion source = new(image);
            using VipsImage memory = VipsImage.OverMemory((nint)address, image.Width, image.Height, bands);
            using VipsRegion window = new(memory);
            window.Attach(image.Width, image.Height);
            source.ComputeRows(window, 0, image.Width, image.Height, 0);
        }

        PlanarImage planes = PlanarImage.Rent(image.Width, image.Height, 4);
        planes.Plane(3).Fill(1);
        for (int y = 0; y < planes.Height; y++)
        {
            for (int channel = 0; channel < bands; channel++)
            {
                Span<float> row = planes.Row(channel, y);
                int at = (y * planes.Width * bands) + channel;
                for (int x = 0; x < row.Length; x++, at += bands)
                {
                    row[x] = pixels[at] / 255f;
                }
            }
        }

        return planes;
    }
}
