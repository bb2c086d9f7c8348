using System.Numerics;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Resampling;

public sealed class CurvedWarpTests
{
    [Theory]
    [InlineData(12, 0.8f)]
    [InlineData(-35, 0.4f)]
    public void Warp_StraightMap_IsTheAffineWarp(float degrees, float scale)
    {
        using PlanarImage source = Drawn.NoisePlanes(90, 80, 3, 4);
        Matrix3x2 map = Matrix3x2.CreateTranslation(-25, -30) * Matrix3x2.CreateScale(scale)
            * Matrix3x2.CreateRotation(degrees * MathF.PI / 180) * Matrix3x2.CreateTranslation(45, 40);
        using PlanarImage expected = PlanarImage.Rent(50, 61, 3);
        AffineWarp.Warp(source, map, expected, Border.Replicate);

        using CurvedMap curve = new(p => Vector2.Transform(p, map), 50, 61);
        using PlanarImage target = PlanarImage.Rent(50, 61, 3);
        CurvedWarp.Warp(source, curve, scale, target);

        // The two find the phase of the kernel's table from differently rounded sums: a step of it is 1/1024 pixel.
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, 0.004f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.7f)]
    public void Warp_BentMap_ShowsThePictureAtTheMappedPlace(float scale)
    {
        using PlanarImage source = Drawn.Smooth(150, 140, 3);
        using PlanarImage target = PlanarImage.Rent(60, 70, 3);

        using CurvedMap curve = new(Bent, 60, 70);
        CurvedWarp.Warp(source, curve, scale, target);

        using PlanarImage expected = Drawn.Planes(60, 70, 3, (c, x, y) =>
        {
            Vector2 at = Bent(new Vector2(x, y));
            return Drawn.SmoothValue(c, at.X, at.Y);
        });
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, 0.02f);

        Vector2 Bent(Vector2 p)
        {
            Vector2 ray = p - new Vector2(30, 35);
            return new Vector2(75, 70) + (ray * scale * (1 + (0.1f * MathF.Exp(-ray.LengthSquared() / 800))));
        }
    }

    [Fact]
    public void Warp_BeyondTheSource_RepeatsItsEdge()
    {
        using RgbImage source = Drawn.Noise(20, 20, 5);
        using PlanarImage target = PlanarImage.Rent(16, 16, 3);

        using CurvedMap curve = new(p => new Vector2(-40 + (0.1f * p.X), 10.5f), 16, 16);
        CurvedWarp.Warp(source, curve, 1, target);

        Assert.Equal(source.Row(10)[0] / 255f, target.Row(0, 8)[8], 1e-4f);
        Assert.Equal(source.Row(10)[2] / 255f, target.Row(2, 3)[15], 1e-4f);
    }

    [Fact]
    public void Warp_MapOfAnotherSize_IsRefused()
    {
        using RgbImage source = Drawn.Noise(20, 20, 5);
        using PlanarImage target = PlanarImage.Rent(16, 16, 3);
        using CurvedMap curve = new(p => p, 16, 15);

        Assert.Throws<ArgumentException>(() => CurvedWarp.Warp(source, curve, 1, target));
    }
}
