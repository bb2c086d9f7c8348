using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

public sealed class LightMixTests
{
    [Fact]
    public void Over_EveryShare_MixesAsLight()
    {
        const int Width = 43;
        Random random = new(5);
        using PlanarImage picture = PlanarImage.Rent(Width, 3, 3);
        using PlanarImage behind = PlanarImage.Rent(Width, 3, 3);
        using PlanarImage alpha = PlanarImage.Rent(Width, 3, 1);
        double[] expected = new double[3 * 3 * Width];
        for (int i = 0; i < 3 * Width; i++)
        {
            (int y, int x) = Math.DivRem(i, Width);

            // Solid and clear stretches between the half-transparent ones, of every length.
            float share = Math.Clamp((3 * random.NextSingle()) - 1, 0, 1);
            alpha.Row(0, y)[x] = share;
            for (int c = 0; c < 3; c++)
            {
                float front = random.NextSingle();
                float back = random.NextSingle();
                picture.Row(c, y)[x] = front;
                behind.Row(c, y)[x] = back;
                expected[(c * 3 * Width) + i] = SrgbCurve.ToEncoded(
                    (share * SrgbCurve.ToLinear((double)front)) + ((1 - share) * SrgbCurve.ToLinear((double)back)));
            }
        }

        LightMix.Over(picture, alpha, behind);

        for (int c = 0; c < 3; c++)
        {
            for (int i = 0; i < 3 * Width; i++)
            {
                Assert.Equal(expected[(c * 3 * Width) + i], picture.Row(c, i / Width)[i % Width], 1e-4);
            }
        }
    }
}
