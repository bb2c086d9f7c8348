using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;
using Headshots.Vision.People;

namespace Headshots.Vision.Tests.People;

public sealed class HeadAndShouldersTests
{
    [Fact]
    public void Around_FaceInALargePicture_HoldsMoreBelowThanAbove()
    {
        RectF? found = HeadAndShoulders.Around(Face(2000, 1500, 300), 4000, 3000);

        Assert.NotNull(found);
        RectF region = found.Value;

        Assert.Equal(2000, region.Centre.X, 1);
        Assert.True(region.Y < 1500 - 300);
        Assert.True(region.Bottom - 1500 > 1500 - region.Y);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(390, 290)]
    public void Around_FaceAtTheEdge_StaysWithinThePicture(int x, int y)
    {
        RectF? region = HeadAndShoulders.Around(Face(x, y, 60), 400, 300);

        Assert.NotNull(region);
        Assert.True(region.Value.X >= 0 && region.Value.Y >= 0 && region.Value.Right <= 400 && region.Value.Bottom <= 300);
        Assert.True(region.Value.Area > 0);
    }

    [Theory]
    [InlineData(200, 150, 200)]
    [InlineData(-900, -900, 100)]
    public void Around_NothingToGain_IsNothing(int x, int y, int side)
    {
        Assert.Null(HeadAndShoulders.Around(Face(x, y, side), 400, 300));
    }

    private static FaceDetection Face(float x, float y, float side) =>
        new(new RectF(x - (side / 2), y - (side / 2), side, side), 1, new Vector2[6]);
}
