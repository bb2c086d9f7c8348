using System.Numerics;
using System.Runtime.CompilerServices;
using Headshots.Imaging;

namespace Headshots.Vision.Faces;

/// <summary>Six points: eyes, nose tip, mouth centre, ears, sides as seen with the face upright.</summary>
[InlineArray(Count)]
internal struct Keypoints
{
    public const int Count = 6;

    private Vector2 _first;
}

/// <summary>A box as a detector network answers it, before faces are made of it; units as its maker says.</summary>
internal struct FaceCandidate
{
    public Vector2 Centre;
    public Vector2 Size;
    public float Score;
    public Keypoints Keypoints;

    public readonly RectF Box => new(Centre.X - (Size.X / 2), Centre.Y - (Size.Y / 2), Size.X, Size.Y);

    /// <summary>Direction in radians, clockwise, from the eye seen left to the eye seen right.</summary>
    public readonly float Lean => MathF.Atan2(Keypoints[1].Y - Keypoints[0].Y, Keypoints[1].X - Keypoints[0].X);

    /// <summary>Area of what both boxes cover over the area of what either covers.</summary>
    public readonly float Overlap(in FaceCandidate other)
    {
        float shared = Box.Intersect(other.Box).Area;
        float total = Box.Area + other.Box.Area - shared;
        return total > 0 ? shared / total : 0;
    }

    /// <summary>The same face in the coordinates of the image; a turned box keeps its sides' lengths.</summary>
    public readonly FaceCandidate Through(Matrix3x2 matrix)
    {
        FaceCandidate mapped = this;
        mapped.Centre = Vector2.Transform(Centre, matrix);
        mapped.Size = Size * MathF.Sqrt(MathF.Abs(matrix.GetDeterminant()));
        for (int k = 0; k < Keypoints.Count; k++)
        {
            mapped.Keypoints[k] = Vector2.Transform(Keypoints[k], matrix);
        }

        return mapped;
    }

    public readonly FaceDetection ToDetection() => new(Box, Score, ((ReadOnlySpan<Vector2>)Keypoints).ToArray());
}
