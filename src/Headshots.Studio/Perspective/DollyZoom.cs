using System.Numerics;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Perspective;

/// <summary>What was found about the camera's place, and the map that corrects it.</summary>
internal sealed record Correction(Standpoint Standpoint, PerspectiveReport Report);

/// <summary>
/// Undoes what a close camera does to a face (large nose, small ears): decides from how far the photo seems to be taken
/// and how much of it to undo.
/// </summary>
internal static class DollyZoom
{
    /// <summary>From where portraits are taken, in centimetres.</summary>
    public const float PortraitCm = 150;

    /// <summary>Less than this is not worth an interpolation.</summary>
    private const float LeastStrength = 0.03f;

    /// <summary>What r·s(r) may do along a ray: pressing together or stretching by more would show.</summary>
    private const float LeastSlope = 0.55f;
    private const float GreatestSlope = 1.75f;
    private const float WeakerEachTry = 0.85f;

    /// <param name="face">The canonical face.</param>
    /// <param name="mesh">In pixels of the photo.</param>
    /// <param name="rotation">Of the head.</param>
    /// <param name="distance">To the camera.</param>
    /// <param name="asked">How much to undo, 0 to 1.</param>
    public static Correction Undo(CanonicalFace face, FaceMesh mesh, Quaternion rotation, CameraDistance distance, float asked)
    {
        float strength = asked * Strength(distance.Cm) * distance.Trust;
        double? stated = distance.Trust < 0.3f ? null : Math.Round(distance.Cm);
        if (strength < LeastStrength)
        {
            return new Correction(Standpoint.AsShot, new PerspectiveReport(stated, 0, 0));
        }

        Vector2 eyes = (mesh.LeftSeenIris + mesh.RightSeenIris) / 2;
        HeadDepth depth = HeadDepth.Of(face, rotation, mesh, distance.PixelsPerCm);
        ScaleField scales = Scales(depth, distance.Cm, strength);
        while (scales.RadialSlopes(eyes) is var slopes && (slopes.Least < LeastSlope || slopes.Greatest > GreatestSlope))
        {
            strength *= WeakerEachTry;
            scales = Scales(depth, distance.Cm, strength);
        }

        Standpoint standpoint = Standpoint.Of(eyes, scales);
        float moved = mesh.Points.Max(p => Vector2.Distance(new(p.X, p.Y), standpoint.FromPhoto(new Vector2(p.X, p.Y))));
        return new Correction(
            standpoint,
            new PerspectiveReport(
                stated, Math.Round(strength, 3), Math.Round(100 * moved / Math.Max(mesh.InterEye, 1), 1)));
    }

    /// <summary>
    /// How much of the distortion is undone: most of it at arm's length; less of it nearer, because ears that the cheeks
    /// hide cannot be brought back; nothing from a metre on.
    /// </summary>
    internal static float Strength(float cm) => cm switch
    {
        <= 40 => 0.70f,
        < 55 => float.Lerp(0.70f, 0.85f, (cm - 40) / 15),
        <= 75 => 0.85f,
        < 105 => 0.85f * (105 - cm) / 30,
        _ => 0,
    };

    /// <summary>
    /// s = [Z/(Z+Δ)]·[(d+Δ)/d] for depth Z = d + z. The new distance d + Δ lies the strength's share of the way to
    /// <see cref="PortraitCm"/>, counted in 1/d, in which distortion is linear.
    /// </summary>
    private static ScaleField Scales(HeadDepth depth, float cm, float strength)
    {
        float placed = 1 / float.Lerp(1 / cm, 1 / Math.Max(PortraitCm, cm), strength);
        float[] scales = [.. depth.Values.Select(Scale)];
        return new ScaleField(scales, depth.Columns, depth.Origin, depth.Cell, Scale(HeadDepth.Far));

        float Scale(float z) => (cm + z) / (placed + z) * (placed / cm);
    }
}
