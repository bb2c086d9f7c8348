using Headshots.Studio.Renditions;

namespace Headshots.Studio.Tests.Renditions;

public sealed class WorkingSizeTests
{
    private static readonly PictureSize _wall = new(6144, 7680);
    private static readonly PictureSize _web = new(1200, 1500);

    [Theory]
    [InlineData(9000, 2048, 2560)]
    [InlineData(1600, 1600, 2000)]
    [InlineData(200, 1024, 1280)]
    public void For_LargePrint_IsThePhotosOwnSizeWithinReason(float nativeWidth, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), WorkingSize.For([_wall], nativeWidth));

    [Theory]
    [InlineData(9000)]
    [InlineData(200)]
    public void For_SizesThatFit_IsTheLargestOfThem(float nativeWidth) =>
        Assert.Equal(_web, WorkingSize.For([new PictureSize(800, 1000), _web], nativeWidth));

    [Fact]
    public void For_LargePrintBesideOneThatFits_IsNoSmallerThanThat() =>
        Assert.Equal(_web, WorkingSize.For([_wall, _web], nativeWidth: 700));

    [Theory]
    [InlineData(1024, 1024, 0)]
    [InlineData(2400, 3000, 1500)]
    [InlineData(6144, 7680, 1900)]
    public void RowsToPrint_Size_GrowsWithThePrint(int width, int height, int rows) =>
        Assert.Equal(rows, WorkingSize.RowsToPrint(new PictureSize(width, height)));
}
