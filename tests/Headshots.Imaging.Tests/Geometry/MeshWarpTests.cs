using System.Numerics;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Geometry;

public sealed class MeshWarpTests
{
    private const float HalfStep = 0.5f / 255;

    [Fact]
    public void Rasterise_FanOfTriangles_FillsEveryPixelOnce()
    {
        // A fan around an inner point covers the square: the shared edges must leave neither gaps nor doubles.
        var random = new Random(9);
        for (int round = 0; round < 30; round++)
        {
            var centre = new Vector2(5 + (random.NextSingle() * 30), 5 + (random.NextSingle() * 30));
            Vector2[] rim = [new(0, 0), new(random.Next(1, 40), 0), new(40, 0), new(40, 17.5f), new(40, 40), new(0, 40)];
            Vector2[] vertices = [centre, .. rim];
            var visits = new int[40, 40];
            for (int k = 0; k < rim.Length; k++)
            {
                using PlanarImage map = Nowhere(40, 40);
                MeshWarp.Rasterise(vertices, vertices, [0, 1 + k, 1 + ((k + 1) % rim.Length)], map);
                for (int i = 0; i < 1600; i++)
                {
                    visits[i / 40, i % 40] += float.IsNaN(map.Row(0, i / 40)[i % 40]) ? 0 : 1;
                }
            }

            Assert.All(visits.Cast<int>(), v => Assert.Equal(1, v));
        }
    }

    [Fact]
    public void Apply_UnmovedMesh_IsTheImageWithinHalfAStep()
    {
        using PlanarImage source = Drawn.NoisePlanes(40, 36, 3, 1);
        using PlanarImage target = PlanarImage.Rent(40, 36, 3);
        using PlanarImage map = Nowhere(40, 36);
        target.Fill(0);
        Vector2[] corners = [new(0, 0), new(40, 0), new(40, 36), new(0, 36)];
        MeshWarp.Rasterise(corners, corners, [0, 1, 2, 0, 2, 3], map);
        MeshWarp.Apply(source, map, target);
        Assert.InRange(Drawn.MaxDifference(source, target), 0, HalfStep);
    }

    [Fact]
    public void Apply_NowhereInTheMap_LeavesTheTarget()
    {
        using PlanarImage source = Drawn.NoisePlanes(20, 20, 1, 1);
        using PlanarImage target = Drawn.Planes(20, 20, 1, (_, _, _) => 0.125f);
        using PlanarImage map = Nowhere(20, 20);
        Vector2[] triangle = [new(0, 0), new(10, 0), new(0, 10)];
        MeshWarp.Rasterise(triangle, triangle, [0, 1, 2], map);
        MeshWarp.Apply(source, map, target);
        Assert.Equal(0.125f, target.Row(0, 15)[15]);
        Assert.Equal(source.Row(0, 2)[2], target.Row(0, 2)[2], 1e-5f);
    }

    [Fact]
    public void Apply_ThereAndBack_GivesThePictureBack()
    {
        using PlanarImage source = Drawn.Smooth(80, 80, 1);
        using PlanarImage there = PlanarImage.Rent(80, 80, 1);
        using PlanarImage back = PlanarImage.Rent(80, 80, 1);
        Vector2[] still = [new(0, 0), new(80, 0), new(80, 80), new(0, 80), new(40, 40)];
        Vector2[] moved = [new(0, 0), new(80, 0), new(80, 80), new(0, 80), new(44, 37)];
        int[] triangles = [0, 1, 4, 1, 2, 4, 2, 3, 4, 3, 0, 4];
        using PlanarImage map = Nowhere(80, 80);
        MeshWarp.Rasterise(moved, still, triangles, map);
        MeshWarp.Apply(source, map, there);
        MeshWarp.Rasterise(still, moved, triangles, map);
        MeshWarp.Apply(there, map, back);
        Assert.True(Drawn.MaxDifference(source, there) > 0.1f);

        // Lanczos rings a little where the map bends, along the triangles' edges.
        Assert.InRange(Drawn.MaxDifference(source, back, inset: 4), 0, 6 * HalfStep);
    }

    [Fact]
    public void FillIdentity_AnySize_PointsEveryPixelAtItself()
    {
        using PlanarImage map = Nowhere(9, 5);
        MeshWarp.FillIdentity(map);
        Assert.Equal(8.5f, map.Row(0, 3)[8]);
        Assert.Equal(3.5f, map.Row(1, 3)[8]);
    }

    private static PlanarImage Nowhere(int width, int height)
    {
        PlanarImage map = PlanarImage.Rent(width, height, 2);
        map.Fill(float.NaN);
        return map;
    }
}
