using Headshots.Imaging;
using Headshots.Studio.Backgrounds;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class VignetteTests
{
    [Fact]
    public void Apply_Half_TakesHalfTheLightOfTheCornersAndNoneOfTheMiddle()
    {
        using PlanarImage wall = PlanarImage.Rent(301, 201, 3);
        wall.Fill(0.8f);

        Vignette.Apply(wall, 0.5f);

        Assert.Equal(0.8f, wall.Row(1, 100)[150], 1e-4f);
        Assert.Equal((float)SrgbCurve.ToEncoded(0.5 * SrgbCurve.ToLinear(0.8)), wall.Row(0, 0)[0], 1.5f / 255);
        Assert.True(wall.Row(2, 100)[300] < wall.Row(2, 100)[250]);
    }

    [Fact]
    public void Apply_None_ChangesNothing()
    {
        using PlanarImage wall = PlanarImage.Rent(40, 30, 3);
        wall.Fill(0.3f);

        Vignette.Apply(wall, 0);

        Assert.All(wall.Row(0, 0).ToArray(), v => Assert.Equal(0.3f, v));
    }
}
