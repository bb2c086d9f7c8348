using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>
/// Reads photos that strangers send: JPEG, PNG, WebP, AVIF, TIFF, GIF (and HEIC where the library can). The header is
/// read and held against the limits before a pixel is decoded, and damaged files are refused.
/// </summary>
public static class PhotoDecoder
{
    /// <summary>Reads the header only; a few tens of microseconds for most files.</summary>
    public static Result<PhotoFacts, PhotoError> ReadFacts(ReadOnlyMemory<byte> file, PhotoLimits? limits = null)
    {
        limits ??= PhotoLimits.Default;
        Result<PhotoFile, PhotoError> opened = Open(file, limits, out PhotoFormat format);
        if (!opened.Ok)
        {
            return opened.Error;
        }

        using PhotoFile photo = opened.Value;
        return Judge(photo, format, limits);
    }

    /// <summary>
    /// Decodes the first picture of a file: upright, in sRGB, transparent parts on white.
    /// Bad bytes give an error, never an exception.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static Result<DecodedPhoto, PhotoError> Decode(
        ReadOnlyMemory<byte> file, DecodeRequest? request = null, CancellationToken ct = default)
    {
        request ??= DecodeRequest.Default;
        Deadline deadline = new(request.Limits.Timeout, ct);
        ct.ThrowIfCancellationRequested();
        Result<PhotoFile, PhotoError> opened = Open(file, request.Limits, out PhotoFormat format);
        if (!opened.Ok)
        {
            return opened.Error;
        }

        using PhotoFile photo = opened.Value;
        Result<PhotoFacts, PhotoError> judged = Judge(photo, format, request.Limits);
        if (!judged.Ok)
        {
            return judged.Error;
        }

        try
        {
            int shrink = photo.ShrinkFor(request.MinShortSide);
            if (shrink > 1)
            {
                photo.Shrink(shrink);
            }

            using VipsImage srgb = SrgbConversion.Convert(photo.Image, out MatrixProfile? profile);
            RgbImage pixels = UprightReader.Read(srgb, judged.Value.Orientation, profile, deadline);
            return new DecodedPhoto(pixels, judged.Value, shrink);
        }
        catch (VipsException)
        {
            return DamageReport.For(format, file.Span);
        }
        catch (TimeoutException)
        {
            return PhotoErrors.TimedOut;
        }
    }

    private static Result<PhotoFile, PhotoError> Open(ReadOnlyMemory<byte> file, PhotoLimits limits, out PhotoFormat format)
    {
        format = PhotoFormat.Unknown;
        if (file.IsEmpty)
        {
            return PhotoErrors.Empty;
        }

        if (file.Length > limits.MaxBytes)
        {
            return PhotoErrors.TooManyBytes(file.Length, limits.MaxBytes);
        }

        format = PhotoFormatSniffer.Sniff(file.Span);
        if (format is PhotoFormat.Unknown or PhotoFormat.Vector)
        {
            return format == PhotoFormat.Vector ? PhotoErrors.VectorImage : PhotoErrors.UnsupportedFormat;
        }

        if (format == PhotoFormat.Jpeg && JpegScans.Refusal(file.Span) is { } refusal)
        {
            return refusal;
        }

        LibvipsLibrary.EnsureStarted();
        try
        {
            return PhotoFile.Open(file, format);
        }
        catch (VipsException)
        {
            return DamageReport.For(format, file.Span);
        }
    }

    private static Result<PhotoFacts, PhotoError> Judge(PhotoFile photo, PhotoFormat format, PhotoLimits limits)
    {
        Result<PhotoFacts, PhotoError> facts = WithinLimits(
            HeaderFacts.Of(photo.Image, format),
            photo.DecodesAtOnce ? Math.Min(limits.MaxPixels, limits.MaxPixelsAtOnce) : limits.MaxPixels,
            limits);

        // The header of a HEIC file can be read by every libvips, the pixels only by those built with an HEVC decoder.
        return facts.Ok && format == PhotoFormat.Heic && !photo.HasReadablePixels() ? PhotoErrors.HeicUnsupported : facts;
    }

    private static Result<PhotoFacts, PhotoError> WithinLimits(PhotoFacts facts, long maxPixels, PhotoLimits limits)
    {
        if ((long)facts.Width * facts.Height > maxPixels || Math.Max(facts.Width, facts.Height) > limits.MaxDimension)
        {
            return PhotoErrors.TooManyPixels(facts.Width, facts.Height, maxPixels, limits.MaxDimension);
        }

        if (Math.Min(facts.Width, facts.Height) < limits.MinDimension)
        {
            return PhotoErrors.TooSmall(facts.Width, facts.Height, limits.MinDimension);
        }

        return facts.Frames > limits.MaxFrames ? PhotoErrors.TooManyFrames(facts.Frames, limits.MaxFrames) : facts;
    }
}
