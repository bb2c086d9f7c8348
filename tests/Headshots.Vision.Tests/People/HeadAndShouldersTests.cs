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
        RectF region = HeadAndShoulders.Around(Face(2000, 1500, 300), 4000, 3000);

        Assert.Equal(2000, region.Centre.X, 1);
        Assert.True(region.Y < 1500 - 300);
        Assert.True(region.Bottom - 1500 > 1500 - region.Y);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(390, 290)]
    [InlineData(-900, -900)]
    public void Around_FaceAtTheEdge_StaysWithinThePictureAndIsNeverEmpty(int x, int y)
    {
        RectF region = HeadAndShoulders.Around(Face(x, y, 120), 400, 300);

        Assert.True(region.X >= 0 && region.Y >= 0 && region.Right <= 400 && region.Bottom <= 300 && region.Area > 0);
    }

    private static FaceDetection Face(float x, float y, float side) =>
        new(new RectF(x - (side / 2), y - (side / 2), side, side), 1, new Vector2[6]);
}
