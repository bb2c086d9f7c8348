using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class TilesTests
{
    [Theory]
    [InlineData(1000, 1000, 9)]
    [InlineData(750, 1000, 9)]
    [InlineData(1000, 400, 3)]
    [InlineData(1, 1000, 3)]
    public void Over_AnyShape_CoverEveryPoint(int width, int height, int count)
    {
        Vector2[] centres = [.. Tiles.Over(width, height, 0).Select(t => t.Centre)];

        Assert.Equal(count, centres.Length);
        float half = 0.2f * Math.Max(width, height);
        for (int i = 0; i <= 20; i++)
        {
            for (int j = 0; j <= 20; j++)
            {
                var point = new Vector2(width * i / 20f, height * j / 20f);
                Assert.Contains(centres, c =>
                    MathF.Abs(point.X - c.X) <= half + 0.01f && MathF.Abs(point.Y - c.Y) <= half + 0.01f);
            }
        }
    }
}
