using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>How far the lids are apart, by the mesh.</summary>
internal static class EyeOpening
{
    private static readonly (int Upper, int Lower)[] _left = [(160, 144), (159, 145), (158, 153)];
    private static readonly (int Upper, int Lower)[] _right = [(385, 380), (386, 374), (387, 373)];

    /// <summary>The lids' edges of the eye seen on the left, all round.</summary>
    public static IReadOnlyList<int> LeftRing { get; } = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246];

    /// <summary>The lids' edges of the eye seen on the right, all round.</summary>
    public static IReadOnlyList<int> RightRing { get; } = [362, 382, 381, 380, 374, 373, 390, 249, 263, 466, 388, 387, 386, 385, 384, 398];

    /// <summary>
    /// Mean lid distance over the distance between the eye's corners, of the eye that is open wider: a wink, or an eye
    /// behind a strand of hair, is not a closed pair.
    /// </summary>
    public static float Measure(FaceMesh mesh) =>
        Math.Max(Eye(mesh, _left, 33, 133), Eye(mesh, _right, 362, 263));

    /// <summary>
    /// How far the upper lid's edge lies above the iris's centre, in radii of the iris, mean of both eyes: the network
    /// often has the lids of one eye a little lower. A pupil has about a third of that radius, so whoever sees with both
    /// eyes has a positive one, however narrow they are.
    /// </summary>
    public static float Clearance(FaceMesh mesh)
    {
        Vector2 along = mesh.RightSeenIris - mesh.LeftSeenIris;
        Vector2 down = Vector2.Normalize(new Vector2(-along.Y, along.X));
        return (Above(468, 159) + Above(473, 386)) / 2;

        float Above(int iris, int lid)
        {
            float radius = 0;
            for (int edge = 1; edge <= 4; edge++)
            {
                radius += Vector2.Distance(mesh.Flat(iris), mesh.Flat(iris + edge)) / 4;
            }

            return Vector2.Dot(mesh.Flat(iris) - mesh.Flat(lid), down) / Math.Max(radius, 1e-3f);
        }
    }

    private static float Eye(FaceMesh mesh, (int Upper, int Lower)[] lids, int corner, int otherCorner)
    {
        float opening = 0;
        foreach ((int upper, int lower) in lids)
        {
            opening += Vector3.Distance(mesh.Points[upper], mesh.Points[lower]) / lids.Length;
        }

        return opening / Math.Max(Vector3.Distance(mesh.Points[corner], mesh.Points[otherCorner]), 1e-3f);
    }
}
