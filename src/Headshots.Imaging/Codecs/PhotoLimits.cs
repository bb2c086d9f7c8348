namespace Headshots.Imaging;

/// <summary>What a photo may cost. Checked against the file's header before any pixel is decoded.</summary>
public sealed record PhotoLimits
{
    public static PhotoLimits Default { get; } = new();

    /// <summary>Largest file, in bytes. Default 64 MiB.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>Most pixels in the full picture (width × height). Default 80 million: a 240 MB photo in memory.</summary>
    public long MaxPixels { get; init; } = 80_000_000;

    /// <summary>
    /// The same for files that must be decoded as a whole before the first row is there (AVIF, HEIC, WebP, GIF, interlaced
    /// PNG): with the photo they need 8 (WebP) to 15 (AVIF) bytes a pixel. Default 40 million, about 600 MB at most.
    /// Progressive JPEG needs 7 to 9, or 3 to 6 when it is decoded smaller, and has the full limit.
    /// </summary>
    public long MaxPixelsAtOnce { get; init; } = 40_000_000;

    /// <summary>Longest side in pixels. Default 16,384: beyond any phone's panorama, and where codecs get slow.</summary>
    public int MaxDimension { get; init; } = 16_384;

    /// <summary>Shortest side in pixels. Default 8: anything below shows nothing.</summary>
    public int MinDimension { get; init; } = 8;

    /// <summary>Most frames of an animation; only the first one is decoded. Default 1,000.</summary>
    public int MaxFrames { get; init; } = 1_000;

    /// <summary>
    /// Longest time for one photo. Default 10 seconds. Looked at between strips of rows; a format that decodes all at
    /// once (AVIF, progressive JPEG) is stopped after that step at the earliest.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
