using Headshots.Imaging;
using Headshots.Studio.Light;

namespace Headshots.Studio.Tests.Light;

/// <summary>Pores, as a number.</summary>
internal static class SkinTexture
{
    /// <summary>Energy of green's detail finer than a 3 × 3 mean where skin is sure.</summary>
    public static double Energy(PlanarImage picture, SkinRegion skin)
    {
        double energy = 0;
        for (int y = 1; y < picture.Height - 1; y++)
        {
            ReadOnlySpan<float> weight = skin.Weights.Row(0, y / skin.Block);
            for (int x = 1; x < picture.Width - 1; x++)
            {
                if (weight[x / skin.Block] > 0.95f)
                {
                    float mean = 0;
                    for (int dy = -1; dy <= 1; dy++)
                    {
                        foreach (float v in picture.Row(1, y + dy).Slice(x - 1, 3))
                        {
                            mean += v / 9;
                        }
                    }

                    double fine = picture.Row(1, y)[x] - mean;
                    energy += fine * fine;
                }
            }
        }

        return energy;
    }
}
