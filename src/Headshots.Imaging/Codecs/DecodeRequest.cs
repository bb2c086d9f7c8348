namespace Headshots.Imaging;

/// <summary>How to decode a photo.</summary>
public sealed record DecodeRequest
{
    public static DecodeRequest Default { get; } = new();

    public PhotoLimits Limits { get; init; } = PhotoLimits.Default;

    /// <summary>
    /// Pixels that the short side must keep. With it, a JPEG or WebP may be decoded at a half, a quarter or an eighth of
    /// its size, which is several times faster; null decodes every pixel.
    /// </summary>
    public int? MinShortSide { get; init; }
}
