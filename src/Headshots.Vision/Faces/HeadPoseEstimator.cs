using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>
/// Reads the head's turn from its mesh: the canonical face is laid over the stable points after perspective has been
/// taken out of them (the idea of mediapipe/modules/face_geometry). The turn is relative to the line of sight to the
/// face, not to the camera's axis: a face at the edge that looks straight at the viewer counts as straight, and
/// cropping a picture changes nothing.
/// </summary>
internal sealed class HeadPoseEstimator
{
    /// <summary>Focal length over the picture's long side: about a 32 mm lens on 35 mm film, between a phone and a portrait lens.</summary>
    private const float FocalOverLongSide = 0.9f;

    private const int PerspectiveRounds = 4;
    private const float DegreesPerRadian = 180 / MathF.PI;

    private readonly int[] _indices;
    private readonly float[] _weights;
    private readonly Vector3[] _canonical;

    public HeadPoseEstimator(CanonicalFace face)
    {
        _indices = [.. face.ProcrustesBasis.Select(b => b.Index)];
        _weights = [.. face.ProcrustesBasis.Select(b => b.Weight)];
        _canonical = [.. _indices.Select(i => face.Vertices[i])];
    }

    /// <summary>Pose of a mesh in a picture of this size (pixels).</summary>
    public HeadPose Estimate(FaceMesh mesh, int imageWidth, int imageHeight)
    {
        float focal = FocalOverLongSide * Math.Max(imageWidth, imageHeight);

        // Right-handed like the canonical face: x right, y up, z towards the viewer, still in pixels, about the middle.
        Vector3[] seen = [.. _indices.Select(i => mesh.Points[i] * new Vector3(1, -1, -1))];
        Vector3 middle = seen.Aggregate(Vector3.Zero, (a, b) => a + b) / seen.Length;
        for (int i = 0; i < seen.Length; i++)
        {
            seen[i] -= middle;
        }

        // First as if from far away; the scale (pixels per centimetre) then gives a distance, and the distance the rays.
        (Quaternion rotation, float scale) = RigidAlignment.Solve(_canonical, seen, _weights);
        float distance = focal / scale;
        var placed = new Vector3[seen.Length];
        for (int round = 0; round < PerspectiveRounds; round++)
        {
            for (int i = 0; i < seen.Length; i++)
            {
                float depth = distance * MathF.Max(1 - (seen[i].Z / focal), 0.1f);
                placed[i] = new Vector3(seen[i].X * depth / focal, seen[i].Y * depth / focal, -depth);
            }

            (rotation, scale) = RigidAlignment.Solve(_canonical, placed, _weights);
            distance /= scale;
        }

        return Angles(rotation);
    }

    /// <summary>
    /// Rotation = roll · yaw · pitch, the roll last: so the roll is the lean in the picture, and yaw and pitch are those of
    /// the head once the picture is levelled.
    /// </summary>
    internal static HeadPose Angles(Quaternion rotation)
    {
        Vector3 right = Vector3.Transform(Vector3.UnitX, rotation);
        Vector3 nose = Vector3.Transform(Vector3.UnitZ, rotation);
        float roll = MathF.Atan2(-right.Y, right.X);
        Vector3 levelled = Vector3.Transform(nose, Quaternion.CreateFromAxisAngle(Vector3.UnitZ, roll));
        return new HeadPose(
            MathF.Atan2(levelled.X, levelled.Z) * DegreesPerRadian,
            MathF.Asin(Math.Clamp(levelled.Y, -1, 1)) * DegreesPerRadian,
            roll * DegreesPerRadian);
    }

    /// <summary>The inverse of <see cref="Angles"/>.</summary>
    internal static Quaternion Rotation(HeadPose pose) =>
        Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -pose.Roll / DegreesPerRadian)
        * Quaternion.CreateFromAxisAngle(Vector3.UnitY, pose.Yaw / DegreesPerRadian)
        * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -pose.Pitch / DegreesPerRadian);
}
