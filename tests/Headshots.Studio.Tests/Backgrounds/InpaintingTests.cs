using Headshots.Imaging;
using Headshots.Studio.Backgrounds;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class InpaintingTests
{
    [Fact]
    public void Fill_HoleBetweenTwoWalls_RunsFromOneToTheOtherAndKeepsThem()
    {
        using PlanarImage colour = PlanarImage.Rent(61, 33, 3);
        using PlanarImage weight = PlanarImage.Rent(61, 33, 1);
        for (int y = 0; y < 33; y++)
        {
            for (int x = 0; x < 61; x++)
            {
                bool hole = x is >= 20 and < 41;
                weight.Row(0, y)[x] = hole ? 0 : 1;
                for (int c = 0; c < 3; c++)
                {
                    colour.Row(c, y)[x] = hole ? 50 : x < 20 ? 0.2f : 0.8f;
                }
            }
        }

        Inpainting.Fill(colour, weight);

        for (int y = 0; y < 33; y++)
        {
            float[] row = colour.Row(1, y).ToArray();
            Assert.All(row[..20], v => Assert.Equal(0.2f, v));
            Assert.All(row[41..], v => Assert.Equal(0.8f, v));
            Assert.All(row[20..41], v => Assert.InRange(v, 0.2f, 0.8f));
            Assert.True(row[22] < row[38]);
        }
    }

    [Fact]
    public void Fill_NothingKnown_StaysFinite()
    {
        using PlanarImage colour = PlanarImage.Rent(9, 7, 3);
        using PlanarImage weight = PlanarImage.Rent(9, 7, 1);
        colour.Fill(0.5f);
        weight.Fill(0);

        Inpainting.Fill(colour, weight);

        Assert.All(colour.Row(0, 3).ToArray(), v => Assert.Equal(0.5f, v, 1e-5f));
    }
}
