namespace Headshots.Imaging;

/// <summary>Why a file could not be used.</summary>
/// <param name="Code">For programs: one of <see cref="PhotoErrorCodes"/>.</param>
/// <param name="Message">One sentence for the sitter: what is wrong.</param>
/// <param name="Advice">One or two sentences for the sitter: what to do.</param>
public sealed record PhotoError(string Code, string Message, string Advice);

/// <summary>All values of <see cref="PhotoError.Code"/>.</summary>
public static class PhotoErrorCodes
{
    public const string Empty = "empty";
    public const string UnsupportedFormat = "unsupported_format";
    public const string VectorImage = "vector_image";
    public const string HeicUnsupported = "heic_unsupported";
    public const string TooManyBytes = "too_many_bytes";
    public const string TooManyPixels = "too_many_pixels";
    public const string TooManyFrames = "too_many_frames";
    public const string TooSmall = "too_small";
    public const string Truncated = "truncated";
    public const string Corrupt = "corrupt";
    public const string TimedOut = "timed_out";
}
