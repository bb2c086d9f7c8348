using System.Numerics;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Resampling;

public sealed class AffineWarpTests
{
    private const float HalfStep = 0.5f / 255;

    [Fact]
    public void Warp_Identity_IsExact()
    {
        using PlanarImage source = Drawn.NoisePlanes(45, 38, 3, 1);
        using PlanarImage target = PlanarImage.Rent(45, 38, 3);
        AffineWarp.Warp(source, Matrix3x2.Identity, target, Border.Replicate);
        Assert.Equal(0, Drawn.MaxDifference(source, target));
        AffineWarp.Warp(source, Matrix3x2.Identity, target, Border.Zero);
        Assert.Equal(0, Drawn.MaxDifference(source, target));
    }

    [Fact]
    public void Warp_QuarterTurn_IsExact()
    {
        using RgbImage source = Drawn.Noise(30, 20, 2);
        using PlanarImage target = PlanarImage.Rent(20, 30, 3);

        // Target (x, y) shows source (y, 20 − x).
        AffineWarp.Warp(source, new Matrix3x2(0, -1, 1, 0, 0, 20), target, Border.Replicate);
        using PlanarImage expected = Drawn.Planes(20, 30, 3, (c, x, y) => source.Row((int)(20 - x))[(3 * (int)y) + c] / 255f);
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, 1e-5f);
    }

    [Theory]
    [InlineData(3, 1, 0.3f, 0.7f)]
    [InlineData(-20, 0.6f, 5, -2)]
    [InlineData(45, 0.25f, 0, 0)]
    [InlineData(170, 1.4f, 0, 0)]
    [InlineData(0, 0.8f, 2.25f, 1.5f)]
    public void Warp_SmoothPicture_IsThePictureAtTheMappedPlace(float degrees, float scale, float dx, float dy)
    {
        using PlanarImage source = Drawn.Smooth(160, 140, 3);
        Matrix3x2 map = Around(new Vector2(25 + dx, 20 + dy), degrees, scale, new Vector2(80, 70));
        using PlanarImage target = PlanarImage.Rent(50, 40, 3);
        AffineWarp.Warp(source, map, target, Border.Replicate);
        using PlanarImage expected = Drawn.Planes(50, 40, 3, (c, x, y) =>
        {
            Vector2 p = Vector2.Transform(new Vector2(x, y), map);
            return Drawn.SmoothValue(c, p.X, p.Y);
        });
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, 2 * HalfStep);
    }

    [Fact]
    public void Warp_ThereAndBack_GivesThePictureBack()
    {
        using PlanarImage source = Drawn.Smooth(120, 120, 1);
        Matrix3x2 map = Around(new Vector2(60, 60), 12, 1, new Vector2(61.3f, 58.6f));
        Assert.True(Matrix3x2.Invert(map, out Matrix3x2 inverse));
        using PlanarImage there = PlanarImage.Rent(120, 120, 1);
        using PlanarImage back = PlanarImage.Rent(120, 120, 1);
        AffineWarp.Warp(source, map, there, Border.Replicate);
        AffineWarp.Warp(there, inverse, back, Border.Replicate);
        Assert.InRange(Drawn.MaxDifference(source, back, inset: 24), 0, HalfStep);
    }

    [Fact]
    public void Warp_ReducingTurnedStripes_DoesNotAlias()
    {
        using PlanarImage stripes = Drawn.Planes(300, 300, 1, (_, x, _) => (int)x % 2);
        using PlanarImage target = PlanarImage.Rent(80, 80, 1);
        AffineWarp.Warp(stripes, Around(new Vector2(40, 40), 8, 3.1f, new Vector2(150, 150)), target, Border.Replicate);
        using PlanarImage grey = Drawn.Planes(80, 80, 1, (_, _, _) => 0.5f);
        Assert.InRange(Drawn.MaxDifference(grey, target), 0, 0.02f);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 1)]
    [InlineData(30, 2.5f)]
    [InlineData(200, 0.4f)]
    public void Warp_WhiteBeyondItsEdges_FadesOrGoesOn(float degrees, float scale)
    {
        using PlanarImage white = Drawn.Planes(40, 30, 1, (_, _, _) => 1);
        using PlanarImage target = PlanarImage.Rent(90, 90, 1);
        Matrix3x2 map = Around(new Vector2(45, 45), degrees, scale, new Vector2(20, 15));
        AffineWarp.Warp(white, map, target, Border.Replicate);
        using PlanarImage all = Drawn.Planes(90, 90, 1, (_, _, _) => 1);
        Assert.InRange(Drawn.MaxDifference(all, target), 0, 1e-5f);

        AffineWarp.Warp(white, map, target, Border.Zero);
        for (int y = 0; y < 90; y++)
        {
            for (int x = 0; x < 90; x++)
            {
                Vector2 p = Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), map);
                float outside = Math.Max(Math.Max(-p.X, p.X - 40), Math.Max(-p.Y, p.Y - 30)) / scale;
                float value = target.Row(0, y)[x];
                Assert.True(outside < 0.51f || value == 0);
                Assert.True(outside > -0.51f || value > 0.999f);
            }
        }
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(-500, 20)]
    [InlineData(20, -800)]
    [InlineData(-400, 900)]
    public void Warp_WhollyOutside_IsTheNearestEdge(float x, float y)
    {
        using PlanarImage source = Drawn.NoisePlanes(12, 9, 1, 4);
        using PlanarImage target = PlanarImage.Rent(5, 5, 1);
        AffineWarp.Warp(source, Around(new Vector2(2.5f, 2.5f), 10, 1, new Vector2(x, y)), target, Border.Replicate);
        bool corner = (x < 0 || x > 12) && (y < 0 || y > 9);
        float expected = source.Row(0, y < 0 ? 0 : 8)[x < 0 ? 0 : 11];
        Assert.All(target.Row(0, 2).ToArray(), v => Assert.True(!corner || Math.Abs(v - expected) < 1e-4f));
        Assert.All(target.Row(0, 2).ToArray(), v => Assert.InRange(v, 0f, 1f));
    }

    [Fact]
    public void Warp_Photo_GivesCoverageAsAlpha()
    {
        using RgbImage photo = Drawn.Noise(20, 20, 8);
        using PlanarImage target = PlanarImage.Rent(40, 40, 4);
        AffineWarp.Warp(photo, Around(new Vector2(20, 20), 5, 1, new Vector2(10, 10)), target, Border.Zero);
        Assert.Equal(1, target.Row(3, 20)[20], 1e-5f);
        Assert.Equal(0, target.Row(3, 2)[2]);
    }

    [Fact]
    public void Warp_FlatMap_Throws()
    {
        using PlanarImage source = Drawn.NoisePlanes(12, 9, 1, 4);
        using PlanarImage target = PlanarImage.Rent(5, 5, 1);
        Assert.Throws<ArgumentException>(() => AffineWarp.Warp(source, new Matrix3x2(1, 1, 1, 1, 0, 0), target, Border.Zero));
    }

    private static Matrix3x2 Around(Vector2 target, float degrees, float scale, Vector2 source) =>
        Matrix3x2.CreateTranslation(-target)
        * Matrix3x2.CreateRotation(degrees * MathF.PI / 180)
        * Matrix3x2.CreateScale(scale)
        * Matrix3x2.CreateTranslation(source);
}
