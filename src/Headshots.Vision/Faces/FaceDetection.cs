using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Vision.Faces;

/// <summary>A face as the detector sees it, in pixels of the upright image.</summary>
/// <param name="Box">From the brows to the chin, roughly; may reach over the image's edge.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Keypoints">
/// Six points, sides as seen in the picture: eye on the left, eye on the right, nose tip, mouth centre,
/// ear on the left, ear on the right. (In an unmirrored upright photo the eye on the left is the sitter's right.)
/// </param>
public sealed record FaceDetection(RectF Box, float Score, IReadOnlyList<Vector2> Keypoints)
{
    /// <summary>Distance between the two eye keypoints in pixels.</summary>
    public float InterEye => Vector2.Distance(Keypoints[0], Keypoints[1]);
}
