using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class RigidAlignmentTests
{
    private static readonly Vector3[] _points =
        [new(0, 0, 5), new(3, 1, 0), new(-3, 1, 0), new(0, -4, 1), new(1, 5, 2), new(-4, 2, -3)];

    [Fact]
    public void Solve_AnyRotationScaleAndShift_IsFoundAgain()
    {
        Prop.ForAll<int, int, int>((a, b, c) =>
        {
            Quaternion turn = Quaternion.CreateFromYawPitchRoll(a, b, c);
            float scale = 0.1f + (Math.Abs(a % 50) * 0.3f);
            Vector3[] to = [.. _points.Select(p => (Vector3.Transform(p, turn) * scale) + new Vector3(b % 7, c % 5, 9))];

            (Quaternion rotation, float found) = RigidAlignment.Solve(_points, to, [1, 2, 3, 1, 2, 1]);

            return MathF.Abs(Quaternion.Dot(rotation, turn)) > 0.9999f && MathF.Abs(found - scale) < 0.001f * (1 + scale);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Solve_PointWithoutWeight_HasNoSay()
    {
        Vector3[] to = [.. _points];
        to[5] = new Vector3(100, -100, 50);

        (Quaternion rotation, float scale) = RigidAlignment.Solve(_points, to, [1, 1, 1, 1, 1, 0]);

        Assert.Equal(1, MathF.Abs(rotation.W), 4);
        Assert.Equal(1, scale, 4);
    }
}
