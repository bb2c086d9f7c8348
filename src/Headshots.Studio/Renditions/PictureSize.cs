namespace Headshots.Studio.Renditions;

/// <summary>Of a picture, in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    public float Aspect => (float)Width / Height;

    /// <summary>Exactly, or as near as whole pixels come.</summary>
    public bool HasAspectOf(PictureSize other) =>
        Math.Abs(((long)Width * other.Height) - ((long)other.Width * Height)) <= Math.Max(Height, other.Height);

    /// <summary>The same aspect, as near as whole pixels come.</summary>
    public PictureSize Scaled(double factor) =>
        new(Math.Max(1, (int)Math.Round(Width * factor)), Math.Max(1, (int)Math.Round(Height * factor)));
}
