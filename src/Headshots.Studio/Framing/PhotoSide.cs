using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

internal enum PhotoSide
{
    Left,
    Top,
    Right,
    Bottom,
}

/// <summary>One side of a photo as a line: t runs along it, d outwards from it, in pixels of the photo.</summary>
internal readonly record struct SideLine(RectF Photo, PhotoSide Side)
{
    public float Start => Upright ? Photo.Y : Photo.X;

    public float End => Upright ? Photo.Bottom : Photo.Right;

    private bool Upright => Side is PhotoSide.Left or PhotoSide.Right;

    public Vector2 At(float t, float d) => Side switch
    {
        PhotoSide.Left => new(Photo.X - d, t),
        PhotoSide.Right => new(Photo.Right + d, t),
        PhotoSide.Top => new(t, Photo.Y - d),
        _ => new(t, Photo.Bottom + d),
    };

    public (float T, float D) Of(Vector2 p) => Side switch
    {
        PhotoSide.Left => (p.Y, Photo.X - p.X),
        PhotoSide.Right => (p.Y, p.X - Photo.Right),
        PhotoSide.Top => (p.X, Photo.Y - p.Y),
        _ => (p.X, p.Y - Photo.Bottom),
    };
}
