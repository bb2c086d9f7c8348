namespace Headshots.Imaging;

/// <summary>A photo's pixels, upright and in sRGB, and what its header said. Dispose it: the pixels are pooled.</summary>
public sealed class DecodedPhoto : IDisposable
{
    internal DecodedPhoto(RgbImage pixels, PhotoFacts facts, int shrunkBy)
    {
        Pixels = pixels;
        Facts = facts;
        ShrunkBy = shrunkBy;
    }

    public RgbImage Pixels { get; }

    public PhotoFacts Facts { get; }

    /// <summary>1, 2, 4 or 8: how much smaller than the file the pixels are; sizes are rounded up.</summary>
    public int ShrunkBy { get; }

    public void Dispose() => Pixels.Dispose();
}
