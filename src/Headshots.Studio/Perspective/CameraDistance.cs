using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Perspective;

/// <summary>How far the camera was from the eyes: d = f·w/w′ for something of known width w that spans w′ pixels.</summary>
/// <param name="Cm">Centimetres.</param>
/// <param name="Trust">1 when the photo told its focal length; less when it was guessed, 0 to 1.</param>
/// <param name="PixelsPerCm">Scale of the photo in the plane of the eyes.</param>
internal readonly record struct CameraDistance(float Cm, float Trust, float PixelsPerCm)
{
    /// <summary>Visible iris of an adult: 11.7 ± 0.5 mm, the same in everybody.</summary>
    private const float IrisCm = 1.17f;

    /// <summary>Distance between the pupils of an adult: 6.3 ± 0.35 cm.</summary>
    private const float InterEyeCm = 6.3f;

    /// <summary>
    /// The iris varies less between people; the distance between the eyes is measured several times more exactly.
    /// </summary>
    private const float IrisShare = 0.5f;

    /// <summary>Front cameras of phones and laptops: 22 to 32 mm.</summary>
    private const float TypicalFocal35 = 27;

    /// <summary>
    /// A guess cannot tell a photo taken near from one taken afar and cropped. Where it says arm's length, so little is
    /// undone that neither goes wrong by much; the nearer it says, the surer it is a crop.
    /// </summary>
    private const float TrustInGuess = 0.4f;
    private const float LikelyGuess = 38;
    private const float UnlikelyGuess = 26;
    private const float TrustInUnlikely = 0.12f;

    /// <summary>Diagonal of a frame of 36 × 24 mm, which equivalent focal lengths are given for.</summary>
    private const float Diagonal35 = 43.27f;

    /// <summary>Sides' ratios of sensors, and of the crops that cameras themselves make and note in the focal length.</summary>
    private static readonly float[] _frames = [4 / 3f, 3 / 2f, 16 / 9f, 5 / 4f];

    /// <param name="mesh">Of the face, in the photo.</param>
    /// <param name="yaw">Of the head, degrees: turned eyes stand nearer together.</param>
    /// <param name="photo">Size in pixels of what the mesh was fitted in: the whole photo.</param>
    /// <param name="focal35">Focal length in millimetres for a frame of 36 × 24 mm, if the file says.</param>
    public static CameraDistance Estimate(FaceMesh mesh, float yaw, Vector2 photo, double? focal35)
    {
        float iris = (Iris(mesh, 468) + Iris(mesh, 473)) / 2;
        float interEye = mesh.InterEye / Math.Max(MathF.Cos(yaw * MathF.PI / 180), 0.5f);
        float pixelsPerCm = MathF.Pow(iris / IrisCm, IrisShare) * MathF.Pow(interEye / InterEyeCm, 1 - IrisShare);
        float diagonal = FrameDiagonal(photo, out bool whole);
        bool known = whole && focal35 is >= 10 and <= 1200;
        float focal = (known ? (float)focal35!.Value : TypicalFocal35) * diagonal / Diagonal35;
        float cm = focal / Math.Max(pixelsPerCm, 1e-3f);
        if (known)
        {
            return new CameraDistance(cm, 1, pixelsPerCm);
        }

        float likely = Math.Clamp((cm - UnlikelyGuess) / (LikelyGuess - UnlikelyGuess), 0, 1);
        return new CameraDistance(Math.Max(cm, LikelyGuess), float.Lerp(TrustInUnlikely, TrustInGuess, likely), pixelsPerCm);
    }

    /// <summary>
    /// The noted focal length belongs to the sensor's whole frame. Square photos are its middle, as cameras make them;
    /// other proportions that no sensor has come from somebody's crop, of which the size is unknown.
    /// </summary>
    private static float FrameDiagonal(Vector2 photo, out bool whole)
    {
        (float shorter, float longer) = (Math.Min(photo.X, photo.Y), Math.Max(photo.X, photo.Y));
        float ratio = longer / shorter;
        if (ratio < 1.01f)
        {
            whole = true;
            return shorter * 5 / 3;
        }

        whole = _frames.Any(f => Math.Abs((ratio / f) - 1) < 0.015f);
        return photo.Length();
    }

    /// <summary>Diameter in pixels, by the wider of the two axes: lids hide one, a turn shortens the other.</summary>
    private static float Iris(FaceMesh mesh, int first) => Math.Max(
        Vector2.Distance(mesh.Flat(first + 1), mesh.Flat(first + 3)),
        Vector2.Distance(mesh.Flat(first + 2), mesh.Flat(first + 4)));
}
