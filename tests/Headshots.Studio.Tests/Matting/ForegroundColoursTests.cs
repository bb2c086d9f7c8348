using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

public sealed class ForegroundColoursTests
{
    [Fact]
    public void Estimate_SoftEdgeBetweenTwoColours_RecoversTheForeground()
    {
        // Dark hair (0.15, 0.10, 0.08) before a green wall (0.2, 0.7, 0.3), with an edge twelve pixels soft.
        float[] hair = [0.15f, 0.10f, 0.08f];
        float[] wall = [0.2f, 0.7f, 0.3f];
        using PlanarImage picture = PlanarImage.Rent(200, 120, 3);
        using PlanarImage alpha = PlanarImage.Rent(200, 120, 1);
        for (int y = 0; y < 120; y++)
        {
            for (int x = 0; x < 200; x++)
            {
                float a = Math.Clamp((106 - x) / 12f, 0, 1);
                alpha.Row(0, y)[x] = a;
                for (int c = 0; c < 3; c++)
                {
                    picture.Row(c, y)[x] = (a * hair[c]) + ((1 - a) * wall[c]);
                }
            }
        }

        ForegroundColours.Estimate(picture, alpha);

        // What shows on a new background is alpha times the colour: under three 8-bit steps off, where the plain
        // photo would bring up to 38 steps of green along.
        for (int x = 90; x < 106; x++)
        {
            float a = alpha.Row(0, 60)[x];
            for (int c = 0; c < 3; c++)
            {
                Assert.Equal(a * hair[c], a * picture.Row(c, 60)[x], 3 / 255f);
            }
        }
    }

    [Fact]
    public void Estimate_SolidForeground_IsUntouched()
    {
        Random random = new(7);
        using PlanarImage picture = PlanarImage.Rent(64, 64, 3);
        using PlanarImage alpha = PlanarImage.Rent(64, 64, 1);
        alpha.Fill(1);
        float[] before = new float[3 * 64 * 64];
        for (int i = 0; i < before.Length; i++)
        {
            before[i] = random.NextSingle();
            picture.Row(i / 4096, i / 64 % 64)[i % 64] = before[i];
        }

        ForegroundColours.Estimate(picture, alpha);

        for (int i = 0; i < before.Length; i++)
        {
            Assert.Equal(before[i], picture.Row(i / 4096, i / 64 % 64)[i % 64], 1e-4f);
        }
    }
}
