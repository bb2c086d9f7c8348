using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Vision.People;

/// <summary>What of a picture the close look of the person mask shows.</summary>
internal static class HeadAndShoulders
{
    private const float HalfWidth = 1.55f;
    private const float Above = 1.5f;
    private const float Below = 1.75f;

    /// <summary>A close look at more than this share of the picture would show it hardly larger.</summary>
    private const float NearlyAll = 0.8f;

    /// <summary>
    /// A region in pixels around head and shoulders, within the picture; null where that is nearly all of it. Measured in
    /// sides of the face's box from its middle: hair and hats need the room above, shoulders the room below, and a lean
    /// only shifts them within it.
    /// </summary>
    public static RectF? Around(FaceDetection face, int imageWidth, int imageHeight)
    {
        float side = MathF.Max(face.Box.Width, face.Box.Height);
        var around = RectF.FromCorners(
            face.Box.Centre.X - (HalfWidth * side),
            face.Box.Centre.Y - (Above * side),
            face.Box.Centre.X + (HalfWidth * side),
            face.Box.Centre.Y + (Below * side));
        RectF within = around.Intersect(new RectF(0, 0, imageWidth, imageHeight));
        return within.Area > 0 && within.Area < NearlyAll * imageWidth * imageHeight ? within : null;
    }
}
