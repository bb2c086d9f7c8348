using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Sitter.Geometry;

/// <summary>
/// Takes points from the head's frame to the camera's: x right, y up, z towards the viewer, pinhole at the origin, so
/// that depth is −z. The head turns about the top of the neck: R = Rz(−roll)·Ry(yaw)·Rx(−pitch).
/// </summary>
internal sealed class Pose
{
    private static readonly Vector3 NeckPivot = new(0, -6, -4.6f);
    private readonly Quaternion _head;
    private readonly Quaternion _body;
    private readonly Quaternion _camera;
    private readonly Vector3 _offset;

    public Pose(SitterScene scene, Vector3 eyeMidpoint)
    {
        const float Degree = MathF.PI / 180;
        HeadPose pose = scene.Pose;
        _head = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -pose.Roll * Degree)
            * Quaternion.CreateFromAxisAngle(Vector3.UnitY, pose.Yaw * Degree)
            * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -pose.Pitch * Degree);
        _body = Quaternion.CreateFromAxisAngle(Vector3.UnitY, pose.Yaw * 0.25f * Degree);
        _camera = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -scene.Camera.Roll * Degree);
        Focal = scene.Camera.FocalPixels(scene.Width, scene.Height);
        Centre = new Vector2(scene.Width / 2f, scene.Height / 2f);
        Vector2 at = (scene.Camera.EyesAt - new Vector2(0.5f)) * new Vector2(scene.Width, scene.Height);
        float distance = scene.Camera.DistanceCm;
        Vector3 eyes = new(at.X * distance / Focal, -at.Y * distance / Focal, -distance);
        _offset = eyes - Vector3.Transform(Turn(eyeMidpoint, 1), _camera);
        EyeDepth = distance;
    }

    /// <summary>Pixels.</summary>
    public float Focal { get; }

    /// <summary>Principal point, pixels.</summary>
    public Vector2 Centre { get; }

    /// <summary>Depth of the midpoint between the eyes, centimetres.</summary>
    public float EyeDepth { get; }

    public Vector3 ToCamera(Vector3 p, float headWeight) => Vector3.Transform(Turn(p, headWeight), _camera) + _offset;

    /// <summary>A direction of the camera's upright surroundings (a lamp), as the rolled camera sees it.</summary>
    public Vector3 FromRoom(Vector3 direction) => Vector3.Transform(direction, _camera);

    /// <summary>The direction from a point of the head to the pinhole, in the head's frame.</summary>
    public Vector3 TowardsCamera(Vector3 headPoint)
    {
        Vector3 inCamera = -Vector3.Normalize(ToCamera(headPoint, 1));
        return Vector3.Transform(inCamera, Quaternion.Inverse(_camera * _head));
    }

    /// <summary>Pixels, y down; Z is 1/depth, which is linear over a triangle in the picture.</summary>
    public Vector3 Project(Vector3 camera)
    {
        float inverse = 1 / Math.Max(0.5f, -camera.Z);
        return new Vector3(Centre.X + (Focal * camera.X * inverse), Centre.Y - (Focal * camera.Y * inverse), inverse);
    }

    public void Apply(Surface surface)
    {
        for (int i = 0; i < surface.Position.Length; i++)
        {
            surface.Position[i] = ToCamera(surface.Position[i], surface.HeadWeight[i]);
        }

        surface.ComputeNormals();
    }

    private Vector3 Turn(Vector3 p, float headWeight)
    {
        Vector3 withHead = headWeight > 0 ? Vector3.Transform(p - NeckPivot, _head) : default;
        Vector3 withBody = headWeight < 1 ? Vector3.Transform(p - NeckPivot, _body) : default;
        return NeckPivot + Vector3.Lerp(withBody, withHead, headWeight);
    }
}
