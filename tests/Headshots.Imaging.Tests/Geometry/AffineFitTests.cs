using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Headshots.Imaging.Tests.Geometry;

public sealed class AffineFitTests
{
    private static readonly Vector2[] Points = [new(1, 2), new(80, 15), new(33, 70), new(5, 61), new(90, 90)];

    [Fact]
    public void LeastSquares_MappedPoints_FindsTheMap() =>
        Prop.ForAll(Gen.Choose(-300, 300).ArrayOf(6).ToArbitrary(), n =>
        {
            var map = new Matrix3x2(n[0] / 100f, n[1] / 100f, n[2] / 100f, n[3] / 100f, n[4], n[5]);
            Matrix3x2 fit = Assert.NotNull(AffineFit.LeastSquares(Points, [.. Points.Select(p => Vector2.Transform(p, map))]));
            var probe = new Vector2(40, 50);
            Assert.True(Vector2.Distance(Vector2.Transform(probe, map), Vector2.Transform(probe, fit)) < 1e-2f);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LeastSquares_NoisyPoints_CannotBeImprovedByAnyNudge()
    {
        var random = new Random(3);
        Vector2[] to = [.. Points.Select(p => p + new Vector2(random.NextSingle() * 9, random.NextSingle() * 9))];
        Matrix3x2 best = Assert.NotNull(AffineFit.LeastSquares(Points, to));
        double Error(Matrix3x2 m) => Points.Zip(to, (a, b) => (double)Vector2.DistanceSquared(Vector2.Transform(a, m), b)).Sum();
        for (int i = 0; i < 6; i++)
        {
            foreach (float sign in (float[])[-1, 1])
            {
                Matrix3x2 nudged = best;
                nudged[i / 2, i % 2] += sign * (i < 4 ? 0.002f : 0.1f);
                Assert.True(Error(nudged) > Error(best));
            }
        }
    }

    [Fact]
    public void LeastSquares_PointsOnALine_IsNull() =>
        Assert.Null(AffineFit.LeastSquares([new(0, 0), new(1, 2), new(2, 4), new(50, 100)], Points.AsSpan(0, 4)));
}
