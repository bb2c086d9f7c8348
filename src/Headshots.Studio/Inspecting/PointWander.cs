using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>
/// How far points of the face move, root mean square over a few looks from slightly elsewhere, in inter-eye distances.
/// The network puts points where it sees them, and where it does not, where they usually are in the view it is shown: a
/// mouth behind a hand wanders with the view, whatever the hand's colour.
/// </summary>
/// <param name="Lips">The lips' outline.</param>
/// <param name="UpperFace">Eyes, brows and bridge of the nose: how steady anything is in this photo.</param>
/// <param name="LeftIris">The iris seen on the left.</param>
/// <param name="RightIris">The iris seen on the right.</param>
internal readonly record struct PointWander(float Lips, float UpperFace, float LeftIris, float RightIris)
{
    private static readonly int[] _upperFace = [33, 133, 362, 263, 468, 473, 70, 300, 105, 334, 168, 6];
    private static readonly int[] _leftIris = [468, 469, 471];
    private static readonly int[] _rightIris = [473, 474, 476];

    public static PointWander Of(IReadOnlyList<FaceMesh> looks, float interEye) => new(
        Spread(looks, MouthEvidence.Lips) / interEye,
        Spread(looks, _upperFace) / interEye,
        Spread(looks, _leftIris) / interEye,
        Spread(looks, _rightIris) / interEye);

    private static float Spread(IReadOnlyList<FaceMesh> looks, IReadOnlyList<int> points)
    {
        float sum = 0;
        foreach (int point in points)
        {
            Vector2 mean = default;
            foreach (FaceMesh look in looks)
            {
                mean += look.Flat(point) / looks.Count;
            }

            foreach (FaceMesh look in looks)
            {
                sum += Vector2.DistanceSquared(look.Flat(point), mean) / looks.Count;
            }
        }

        return MathF.Sqrt(sum / points.Count);
    }
}
