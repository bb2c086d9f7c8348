using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>What of a photo becomes the picture: an upright rectangle in the head's levelled coordinates.</summary>
/// <param name="Head">The head it was made for.</param>
/// <param name="Area">In levelled coordinates.</param>
internal sealed record Frame(HeadGeometry Head, RectF Area)
{
    /// <summary>Where it shows more of the person than the photo does.</summary>
    public CutDepths Beyond { get; init; }

    /// <summary>Whether the head lies inside the guide that the spec names.</summary>
    public bool InsideGuide { get; init; } = true;

    /// <summary>Chin to crown as a share of the frame's height.</summary>
    public float FaceHeight => Head.Height / Area.Height;

    /// <summary>The eyes' distance from the top as a share of the frame's height.</summary>
    public float EyeLine => -Area.Y / Area.Height;

    /// <summary>How far the face's middle lies right of the frame's middle, as a share of its width.</summary>
    public float CentreOffset => (Head.CentreX - Area.Centre.X) / Area.Width;

    /// <summary>From coordinates of a picture of that size to the photo's.</summary>
    public Matrix3x2 PictureToPhoto(int width, int height) =>
        Matrix3x2.CreateScale(Area.Width / width, Area.Height / height)
        * Matrix3x2.CreateTranslation(Area.X, Area.Y)
        * Head.ToPhoto;

    /// <summary>The photo's rectangle around the frame; may reach over the photo's edge.</summary>
    public RectF PhotoBounds()
    {
        Matrix3x2 toPhoto = Head.ToPhoto;
        Span<Vector2> corners =
        [
            Vector2.Transform(new(Area.X, Area.Y), toPhoto),
            Vector2.Transform(new(Area.Right, Area.Y), toPhoto),
            Vector2.Transform(new(Area.X, Area.Bottom), toPhoto),
            Vector2.Transform(new(Area.Right, Area.Bottom), toPhoto),
        ];
        Vector2 low = corners[0];
        Vector2 high = corners[0];
        foreach (Vector2 corner in corners)
        {
            low = Vector2.Min(low, corner);
            high = Vector2.Max(high, corner);
        }

        return RectF.FromCorners(low.X, low.Y, high.X, high.Y);
    }
}
