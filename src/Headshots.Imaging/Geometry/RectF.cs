using System.Numerics;

namespace Headshots.Imaging;

/// <summary>A rectangle in continuous image coordinates (pixels, y downwards).</summary>
public readonly record struct RectF(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public Vector2 Centre => new(X + (Width / 2), Y + (Height / 2));

    public float Area => Width * Height;

    public static RectF FromCorners(float left, float top, float right, float bottom) =>
        new(left, top, right - left, bottom - top);

    /// <summary>What both cover; empty (zero width or height) when they do not meet.</summary>
    public RectF Intersect(RectF other)
    {
        float left = Math.Max(X, other.X);
        float top = Math.Max(Y, other.Y);
        return FromCorners(
            left,
            top,
            Math.Max(left, Math.Min(Right, other.Right)),
            Math.Max(top, Math.Min(Bottom, other.Bottom)));
    }
}
