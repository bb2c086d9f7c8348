using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>A turned square of an image: what a face network is shown.</summary>
/// <param name="Centre">In pixels of the image.</param>
/// <param name="Size">Side in pixels of the image; may reach over its edges.</param>
/// <param name="Angle">Clockwise turn of the square in radians: content leaning clockwise by as much stands upright in the view.</param>
internal readonly record struct SquareView(Vector2 Centre, float Size, float Angle)
{
    /// <summary>The face network wants this much more than the face's box.</summary>
    private const float FaceMargin = 1.5f;

    // Between a box's square and that of its landmarks lie, on well-detected faces, up to 0.06 sides, 1.14 times the size
    // and 12 degrees; the network is trained on such jitter.
    private const float CloseShift = 0.12f;
    private const float CloseGrowth = 1.25f;
    private const float CloseTurn = 16 * MathF.PI / 180;

    private const int OuterEyeCornerSeenLeft = 33;
    private const int OuterEyeCornerSeenRight = 263;

    /// <summary>The smallest square around the whole picture: the letterbox of the detectors, or with a margin around it.</summary>
    public static SquareView Whole(int width, int height, float angle = 0, float margin = 1)
    {
        (float sin, float cos) = MathF.SinCos(angle);
        float across = MathF.Abs(width * cos) + MathF.Abs(height * sin);
        float down = MathF.Abs(width * sin) + MathF.Abs(height * cos);
        return new SquareView(new Vector2(width, height) / 2, MathF.Max(across, down) * margin, angle);
    }

    /// <summary>Where MediaPipe looks for landmarks: level with the eyes, 1.5 times the box's long side.</summary>
    public static SquareView AroundFace(FaceDetection face) => new(
        face.Box.Centre,
        MathF.Max(face.Box.Width, face.Box.Height) * FaceMargin,
        Direction(face.Keypoints[0], face.Keypoints[1]));

    /// <summary>The same from landmarks: level with the outer eye corners, around all points in that orientation.</summary>
    public static SquareView AroundLandmarks(ReadOnlySpan<Vector3> points)
    {
        float angle = Direction(Flat(points[OuterEyeCornerSeenLeft]), Flat(points[OuterEyeCornerSeenRight]));
        Matrix3x2 level = Matrix3x2.CreateRotation(-angle);
        var least = new Vector2(float.MaxValue);
        var most = new Vector2(float.MinValue);
        foreach (Vector3 point in points)
        {
            Vector2 p = Vector2.Transform(Flat(point), level);
            least = Vector2.Min(least, p);
            most = Vector2.Max(most, p);
        }

        Vector2 extent = most - least;
        Vector2 centre = Vector2.Transform((least + most) / 2, Matrix3x2.CreateRotation(angle));
        return new SquareView(centre, MathF.Max(extent.X, extent.Y) * FaceMargin, angle);
    }

    /// <summary>Another view near this one.</summary>
    /// <param name="shift">In sides of this square, along its own axes.</param>
    /// <param name="growth">Factor of its side.</param>
    /// <param name="turn">Radians clockwise.</param>
    public SquareView Moved(Vector2 shift, float growth, float turn) => new(
        Centre + Vector2.Transform(Size * shift, Matrix3x2.CreateRotation(Angle)), Size * growth, Angle + turn);

    /// <summary>Whether a face network would answer much the same from either.</summary>
    public bool IsCloseTo(SquareView other) =>
        Vector2.Distance(Centre, other.Centre) <= CloseShift * Size
        && MathF.Max(Size / other.Size, other.Size / Size) <= CloseGrowth
        && MathF.Abs(MathF.IEEERemainder(Angle - other.Angle, MathF.Tau)) <= CloseTurn;

    /// <summary>From a raster of <paramref name="pixels"/> × <paramref name="pixels"/> over this square to the image; both continuous.</summary>
    public Matrix3x2 ToImage(float pixels) =>
        Matrix3x2.CreateTranslation(-pixels / 2, -pixels / 2)
        * Matrix3x2.CreateScale(Size / pixels)
        * Matrix3x2.CreateRotation(Angle)
        * Matrix3x2.CreateTranslation(Centre);

    private static Vector2 Flat(Vector3 p) => new(p.X, p.Y);

    private static float Direction(Vector2 from, Vector2 to) => MathF.Atan2(to.Y - from.Y, to.X - from.X);
}
