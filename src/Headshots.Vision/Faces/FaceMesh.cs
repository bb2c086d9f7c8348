using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>MediaPipe's 478 face points (468 of the mesh, then two irises of five) in pixels of the upright image.</summary>
/// <param name="Points">x and y in pixels, z in pixels of the same scale, negative towards the camera.</param>
/// <param name="Presence">How sure the network is that there is a face, 0 to 1.</param>
public sealed record FaceMesh(IReadOnlyList<Vector3> Points, float Presence)
{
    public const int PointCount = 478;

    /// <summary>Centre of the iris seen on the left (the sitter's right eye).</summary>
    public Vector2 LeftSeenIris => Flat(468);

    /// <summary>Centre of the iris seen on the right (the sitter's left eye).</summary>
    public Vector2 RightSeenIris => Flat(473);

    /// <summary>Distance between the iris centres in pixels.</summary>
    public float InterEye => Vector2.Distance(LeftSeenIris, RightSeenIris);

    public Vector2 Flat(int index) => new(Points[index].X, Points[index].Y);
}

/// <summary>Where the head points, in degrees.</summary>
/// <param name="Yaw">Positive when the nose points to the right of the picture.</param>
/// <param name="Pitch">Positive when the nose points up.</param>
/// <param name="Roll">Positive when the head leans clockwise in the picture: the eye on the right is the lower one.</param>
public readonly record struct HeadPose(float Yaw, float Pitch, float Roll)
{
    /// <summary>What turns a head that looks straight at the camera this way; x right, y up, z towards the viewer.</summary>
    public Quaternion Rotation => HeadPoseEstimator.Rotation(this);
}
