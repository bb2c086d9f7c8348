using System.Buffers;
using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>A photo's bytes, pinned, and its header read by libvips. Pixels are computed later, in rows from the top.</summary>
internal sealed class PhotoFile : IDisposable
{
    private const int SequentialAccess = 1;

    /// <summary>Missing data is an error, and so is a wrong checksum; oddities that decoders live with are not.</summary>
    private const int FailOnError = 2;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly PhotoFormat _format;
    private MemoryHandle _pin;

    private PhotoFile(ReadOnlyMemory<byte> bytes, PhotoFormat format)
    {
        _bytes = bytes;
        _format = format;
        _pin = bytes.Pin();
        try
        {
            Image = Load(1);
        }
        catch
        {
            _pin.Dispose();
            throw;
        }
    }

    /// <summary>As stored: not turned, own colours.</summary>
    public VipsImage Image { get; private set; }

    /// <summary>
    /// True when no row can be had before the whole picture is in memory. A progressive JPEG is not among them: it waits
    /// as coefficients, three to six bytes a pixel, and the pixels themselves may be decoded smaller.
    /// </summary>
    public bool DecodesAtOnce =>
        _format is PhotoFormat.Avif or PhotoFormat.Heic or PhotoFormat.Webp or PhotoFormat.Gif
        || (_format != PhotoFormat.Jpeg && Image.Has("interlaced"));

    /// <summary>Reads the header.</summary>
    /// <exception cref="VipsException">The bytes are not what they claim to be.</exception>
    public static PhotoFile Open(ReadOnlyMemory<byte> bytes, PhotoFormat format) => new(bytes, format);

    /// <summary>1, 2, 4 or 8: the most that the decoder can shrink for nothing while the short side keeps enough pixels.</summary>
    public int ShrinkFor(int? minShortSide)
    {
        if (minShortSide is not { } least || _format is not (PhotoFormat.Jpeg or PhotoFormat.Webp))
        {
            return 1;
        }

        int shrink = 8;
        while (shrink > 1 && Math.Min(Image.Width, Image.Height) / shrink < least)
        {
            shrink /= 2;
        }

        return shrink;
    }

    /// <summary>Tries the first row.</summary>
    public bool HasReadablePixels()
    {
        try
        {
            using VipsImage row = Load(1);
            using VipsOperation crop = new("crop");
            using VipsImage first = crop.Set("input", row).Set("left", 0).Set("top", 0).Set("width", row.Width).Set("height", 1)
                .Run().Image();
            using VipsImage srgb = SrgbConversion.Convert(first, out MatrixProfile? profile);
            UprightReader.Read(srgb, 1, profile, new Deadline(TimeSpan.MaxValue, CancellationToken.None)).Dispose();
            return true;
        }
        catch (VipsException)
        {
            return false;
        }
    }

    /// <summary>Opens the file again so that it decodes smaller.</summary>
    public void Shrink(int factor)
    {
        VipsImage smaller = Load(factor);
        Image.Dispose();
        Image = smaller;
    }

    public void Dispose()
    {
        Image.Dispose();
        _pin.Dispose();
    }

    private unsafe VipsImage Load(int shrink)
    {
        using VipsOperation load = new(LoaderOf(_format));
        load.SetBytes("buffer", (nint)_pin.Pointer, _bytes.Length)
            .Set("access", SequentialAccess)
            .Set("fail-on", FailOnError);
        if (shrink > 1)
        {
            _ = _format == PhotoFormat.Jpeg ? load.Set("shrink", shrink) : load.Set("scale", 1.0 / shrink);
        }

        return load.Run().Image();
    }

    public static string LoaderOf(PhotoFormat format) => format switch
    {
        PhotoFormat.Jpeg => "jpegload_buffer",
        PhotoFormat.Png => "pngload_buffer",
        PhotoFormat.Webp => "webpload_buffer",
        PhotoFormat.Gif => "gifload_buffer",
        PhotoFormat.Tiff => "tiffload_buffer",
        PhotoFormat.Avif or PhotoFormat.Heic => "heifload_buffer",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No loader is trusted with this format."),
    };
}
