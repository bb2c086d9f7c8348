using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Sitter;

/// <summary>
/// A drawn person and everything that is known about the drawing. Before noise, the picture is
/// Alpha·Foreground + (1 − Alpha)·Background in linear light, then sRGB-encoded. Dispose it with its images.
/// </summary>
public sealed class DrawnSitter : IDisposable
{
    /// <summary>The photo, noise included.</summary>
    public required RgbImage Image { get; init; }

    /// <summary>One channel: the share of each pixel that the person covers (hair, clothes and glasses included).</summary>
    public required PlanarImage Alpha { get; init; }

    /// <summary>Three channels, linear, not premultiplied: the person alone; zero where there is no person.</summary>
    public required PlanarImage Foreground { get; init; }

    /// <summary>Three channels, linear: the place without the person.</summary>
    public required PlanarImage Background { get; init; }

    /// <summary>
    /// MediaPipe's 478 points in its order: pixels, with z in pixels of the same scale relative to the eyes, negative
    /// towards the camera. Points on the far side are projected like the others.
    /// </summary>
    public required IReadOnlyList<Vector3> Landmarks { get; init; }

    /// <summary>Highest point of the skull without hair, pixels.</summary>
    public required Vector2 Crown { get; init; }

    /// <summary>Highest row that the person (hair and scarf included) covers by half, pixels; for an upright head.</summary>
    public required float HairTop { get; init; }

    public required Vector2 Chin { get; init; }

    /// <summary>Between the iris centres, pixels.</summary>
    public required float InterEyePixels { get; init; }

    /// <summary>From the pinhole to the midpoint between the eyes, centimetres.</summary>
    public required float DistanceCm { get; init; }

    /// <summary>As the picture shows it: the roll of head and camera together.</summary>
    public required HeadPose Pose { get; init; }

    public required float SkinItaDegrees { get; init; }

    public FaceMesh Mesh => new(Landmarks, 1);

    public void Dispose()
    {
        Image.Dispose();
        Alpha.Dispose();
        Foreground.Dispose();
        Background.Dispose();
    }
}
