using Headshots.App.Engine;
using Headshots.Studio.Reports;

namespace Headshots.App.Tests.Engine;

public sealed class PhotoRankTests
{
    [Fact]
    public void Of_LargeFrontalFace_IsFull() => Assert.Equal(100, PhotoRank.Of(Report(200, 0, 0, 0)));

    [Fact]
    public void Of_RefusedPhoto_IsNothing() => Assert.Equal(0, PhotoRank.Of(Report(200, 0, 0, 0) with { Status = PortraitStatus.Refused }));

    [Theory]
    [InlineData(40, 50)]
    [InlineData(90, 75)]
    [InlineData(160, 100)]
    public void Of_EyeDistance_CountsAsItsRoot(double pixels, double rank) => Assert.Equal(rank, PhotoRank.Of(Report(pixels, 0, 0, 0)), 1);

    [Fact]
    public void Of_TurnedHead_IsWorseTheMoreItTurns()
    {
        double[] ranks = [.. new[] { 0.0, 5, 10, 20, 40 }.Select(yaw => PhotoRank.Of(Report(200, yaw, 0, 0)))];

        Assert.Equal(ranks.OrderDescending(), ranks);
        Assert.Equal(Math.Round(100 / Math.E, 1), PhotoRank.Of(Report(200, 22, 0, 0)));
        Assert.Equal(PhotoRank.Of(Report(200, 12, 0, 0)), PhotoRank.Of(Report(200, -12, 0, 0)));
    }

    [Fact]
    public void Of_Warnings_CostButNeverAll()
    {
        Reason warning = new("harsh_light", "Light.", "Turn.");

        Assert.Equal(86, PhotoRank.Of(Report(200, 0, 0, 0) with { Warnings = [warning, warning] }));
        Assert.Equal(1, PhotoRank.Of(Report(200, 60, 0, 0) with { Warnings = [warning] }));
    }

    private static PortraitReport Report(double eyes, double yaw, double pitch, double roll) =>
        new() { Status = PortraitStatus.Rendered, Face = new FaceReport(new BoxReport(0, 0, 1, 1), eyes, yaw, pitch, roll) };
}
