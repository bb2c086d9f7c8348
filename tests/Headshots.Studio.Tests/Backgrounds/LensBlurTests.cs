using Headshots.Imaging;
using Headshots.Studio.Backgrounds;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class LensBlurTests
{
    [Theory]
    [InlineData(3f)]
    [InlineData(7.4f)]
    public void Apply_PointOfLight_BecomesAnEvenDiscOfItsLight(float radius)
    {
        using PlanarImage point = PlanarImage.Rent(41, 37, 1);
        point.Fill(0);
        point.Row(0, 18)[20] = 100;
        using PlanarImage disc = PlanarImage.Rent(41, 37, 1);

        LensBlur.Apply(point, disc, radius);

        float expected = 100 / (MathF.PI * radius * radius);
        double sum = 0;
        for (int y = 0; y < 37; y++)
        {
            for (int x = 0; x < 41; x++)
            {
                float distance = MathF.Sqrt(((x - 20) * (x - 20)) + ((y - 18) * (y - 18)));
                float value = disc.Row(0, y)[x];
                sum += value;
                if (distance < radius - 1)
                {
                    Assert.Equal(expected, value, 0.06f * expected);
                }
                else if (distance > radius + 1)
                {
                    Assert.Equal(0, value, 1e-3f);
                }
            }
        }

        Assert.Equal(100, sum, 0.1);
    }

    [Fact]
    public void Apply_EvenWall_LeavesItToItsEdges()
    {
        using PlanarImage wall = PlanarImage.Rent(50, 20, 3);
        wall.Fill(0.37f);
        using PlanarImage blurred = PlanarImage.Rent(50, 20, 3);

        LensBlur.Apply(wall, blurred, 12.3f);

        for (int y = 0; y < 20; y++)
        {
            Assert.All(blurred.Row(2, y).ToArray(), v => Assert.Equal(0.37f, v, 1e-4f));
        }
    }

    [Fact]
    public void RaiseHighlights_LeavesAllButTheBrightestAlone()
    {
        using PlanarImage light = PlanarImage.Rent(16, 1, 3);
        light.Fill(0.7f);
        light.Row(1, 0)[3] = 1;

        LensBlur.RaiseHighlights(light);

        Assert.Equal(0.7f, light.Row(0, 0)[2]);
        Assert.True(light.Row(1, 0)[3] > 2);
        Assert.Equal(light.Row(1, 0)[3] * 0.7f, light.Row(0, 0)[3], 1e-4f);
    }
}
