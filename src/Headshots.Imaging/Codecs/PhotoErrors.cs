namespace Headshots.Imaging;

/// <summary>The refusals, in words for the person who chose the file.</summary>
internal static class PhotoErrors
{
    private const string SendAgain = "Take the photo from where it was first saved and send it again, or choose another one.";
    private const string SendJpeg = "Send the photo as a JPEG; PNG, WebP, AVIF, TIFF and GIF work too.";

    public static PhotoError Empty { get; } = new(PhotoErrorCodes.Empty, "The file is empty.", SendAgain);

    public static PhotoError UnsupportedFormat { get; } = new(
        PhotoErrorCodes.UnsupportedFormat, "The file is not a photo in a format that can be read here.", SendJpeg);

    public static PhotoError UnusualJpeg { get; } = new(
        PhotoErrorCodes.UnsupportedFormat, "The file is a kind of JPEG that no camera writes.", "Save it again as an ordinary JPEG.");

    public static PhotoError VectorImage { get; } = new(
        PhotoErrorCodes.VectorImage, "The file is a drawing or a document, not a photo.", SendJpeg);

    public static PhotoError UnsafeDrawing { get; } = new(
        PhotoErrorCodes.VectorImage,
        "The drawing refers to other files, holds pictures or scripts, or is too complex.",
        "Save it as a plain SVG of shapes, or as a PNG with transparency.");

    public static PhotoError HeicUnsupported { get; } = new(
        PhotoErrorCodes.HeicUnsupported,
        "The photo is in Apple's HEIC format, which cannot be read here.",
        "On the iPhone choose Settings > Camera > Formats > Most Compatible and take it again, or share the photo as a JPEG.");

    public static PhotoError Truncated { get; } = new(
        PhotoErrorCodes.Truncated, "The file ends before the picture does: a part of it is missing.", SendAgain);

    public static PhotoError Corrupt { get; } = new(PhotoErrorCodes.Corrupt, "The file is damaged and cannot be read.", SendAgain);

    public static PhotoError TimedOut { get; } = new(
        PhotoErrorCodes.TimedOut, "The photo takes too long to read.", "Save it again as an ordinary JPEG, or choose another one.");

    public static PhotoError TooManyBytes(long bytes, long limit) => new(
        PhotoErrorCodes.TooManyBytes,
        FormattableString.Invariant($"The file has {bytes / 1048576.0:0.#} MB; the most is {limit / 1048576.0:0.#} MB."),
        "Save the photo as a JPEG, or make it smaller.");

    public static PhotoError TooManyPixels(long width, long height, long maxPixels, int maxSide) => new(
        PhotoErrorCodes.TooManyPixels,
        FormattableString.Invariant(
            $"The picture has {width} x {height} pixels; the most is {maxPixels / 1_000_000} million, and {maxSide} on a side."),
        "Make the photo smaller and save it as an ordinary JPEG, or choose another one.");

    public static PhotoError TooManyFrames(int frames, int limit) => new(
        PhotoErrorCodes.TooManyFrames,
        FormattableString.Invariant($"The file is an animation of {frames} pictures; the most is {limit}."),
        "Send a single photo.");

    public static PhotoError TooSmall(int width, int height, int limit) => new(
        PhotoErrorCodes.TooSmall,
        FormattableString.Invariant($"The picture has only {width} x {height} pixels; each side needs {limit} at the very least."),
        "Send the photo at its original size.");
}
