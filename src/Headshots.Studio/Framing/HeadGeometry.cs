using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Framing;

/// <summary>
/// The head in levelled coordinates: origin between the irises, x along the eye line to the right of the picture,
/// y downwards along the face, in pixels of the upright photo.
/// </summary>
/// <param name="Origin">Middle between the irises in the photo.</param>
/// <param name="Angle">Radians by which the levelled axes are turned clockwise against the photo's.</param>
/// <param name="Crown">Top of the head or hair; negative.</param>
/// <param name="Chin">Lowest point of the jaw; positive.</param>
/// <param name="CentreX">The face's middle.</param>
/// <param name="InterEye">Distance between the irises.</param>
/// <param name="CrownSeen">False when the photo ends below the crown, which is then where the photo ends.</param>
internal sealed record HeadGeometry(
    Vector2 Origin,
    float Angle,
    float Crown,
    float Chin,
    float CentreX,
    float InterEye,
    bool CrownSeen)
{
    /// <summary>
    /// How much of the face outline is taken for its middle; the rest is the eyes'. A turned head shows more cheek on
    /// one side, and a frame centred on the eyes alone would push the head out of the middle.
    /// </summary>
    private const float OutlineShare = 0.6f;

    /// <summary>MediaPipe's face oval, clockwise from the middle of the forehead.</summary>
    public static IReadOnlyList<int> Oval { get; } =
    [
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
    ];

    /// <summary>Chin to crown.</summary>
    public float Height => Chin - Crown;

    public Matrix3x2 ToPhoto => Matrix3x2.CreateRotation(Angle) * Matrix3x2.CreateTranslation(Origin);

    /// <summary>Axes of a face; the crown is still to be found.</summary>
    /// <param name="mesh">The face.</param>
    /// <param name="levelling">1: the eyes are level; 0: the axes are the photo's; between: part of the way.</param>
    public static HeadGeometry FromMesh(FaceMesh mesh, float levelling)
    {
        Vector2 eyes = mesh.RightSeenIris - mesh.LeftSeenIris;
        float angle = levelling * MathF.Atan2(eyes.Y, eyes.X);
        Vector2 origin = (mesh.LeftSeenIris + mesh.RightSeenIris) / 2;
        Matrix3x2 toLevel = Matrix3x2.CreateTranslation(-origin) * Matrix3x2.CreateRotation(-angle);
        float chin = float.MinValue;
        float left = float.MaxValue;
        float right = float.MinValue;
        foreach (int index in Oval)
        {
            Vector2 p = Vector2.Transform(mesh.Flat(index), toLevel);
            chin = Math.Max(chin, p.Y);
            left = Math.Min(left, p.X);
            right = Math.Max(right, p.X);
        }

        return new HeadGeometry(
            origin, angle, -chin, chin, OutlineShare * (left + right) / 2, mesh.InterEye, CrownSeen: false);
    }
}
