using Headshots.Imaging;
using Headshots.Studio.Renditions;

namespace Headshots.Studio.Tests.Renditions;

public sealed class LightSharpeningTests
{
    [Theory]
    [InlineData(96)]
    [InlineData(240)]
    public void Apply_SoftEdgeInASmallPicture_MakesItSteeper(int side)
    {
        using PlanarImage picture = Edge(side);
        float before = Steepness(picture);

        LightSharpening.Apply(picture, LightSharpening.AmountFor(picture.Width));

        Assert.True(Steepness(picture) > 1.02f * before, $"{before} to {Steepness(picture)}");
    }

    [Fact]
    public void Apply_LargePicture_LeavesItAsItIs()
    {
        using PlanarImage picture = Edge(600);
        using PlanarImage before = Edge(600);

        LightSharpening.Apply(picture, LightSharpening.AmountFor(picture.Width));

        Assert.Equal(before.Row(1, 300).ToArray(), picture.Row(1, 300).ToArray());
    }

    [Fact]
    public void Apply_Edge_BrightensLittleAndKeepsFlatPartsAndHue()
    {
        using PlanarImage picture = Edge(96);
        using PlanarImage before = Edge(96);

        LightSharpening.Apply(picture, LightSharpening.AmountFor(picture.Width));

        for (int x = 0; x < 96; x++)
        {
            float more = picture.Row(1, 40)[x] - before.Row(1, 40)[x];
            Assert.InRange(more, -0.0601f, 0.0301f);
            Assert.Equal(more, picture.Row(0, 40)[x] - before.Row(0, 40)[x], 1e-5f);
        }

        Assert.Equal(before.Row(2, 40)[10], picture.Row(2, 40)[10], 1e-6f);
    }

    /// <summary>Dark on the left, bright on the right, a few pixels between.</summary>
    private static PlanarImage Edge(int side)
    {
        PlanarImage picture = PlanarImage.Rent(side, side, 3);
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                float t = Math.Clamp((x - (side / 2f) + 2) / 4, 0, 1);
                picture.Row(0, y)[x] = 0.25f + (0.5f * t);
                picture.Row(1, y)[x] = 0.20f + (0.5f * t);
                picture.Row(2, y)[x] = 0.15f + (0.5f * t);
            }
        }

        return picture;
    }

    private static float Steepness(PlanarImage picture)
    {
        ReadOnlySpan<float> row = picture.Row(1, picture.Height / 2);
        float steepest = 0;
        for (int x = 1; x < row.Length; x++)
        {
            steepest = Math.Max(steepest, row[x] - row[x - 1]);
        }

        return steepest;
    }
}
