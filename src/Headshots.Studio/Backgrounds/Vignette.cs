using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>Darkens a background towards its corners, as light that falls off does.</summary>
internal static class Vignette
{
    // As shares of half the diagonal: the middle stays as it is.
    private const float From = 0.25f;

    /// <summary>Encoded values fall by about this power of what the light falls by.</summary>
    private const float Encoding = 1 / 2.2f;

    private const int Steps = 512;

    /// <param name="background">3 channels, sRGB-encoded.</param>
    /// <param name="amount">0 to 1: what share of the corners' light is taken.</param>
    public static void Apply(PlanarImage background, float amount)
    {
        if (amount <= 0)
        {
            return;
        }

        float[] fallOff = FallOff(amount);
        float halfWidth = background.Width / 2f;
        float halfHeight = background.Height / 2f;
        float scale = 1 / ((halfWidth * halfWidth) + (halfHeight * halfHeight));
        PixelThreads.ForRows(background.Height, 32, (first, end) =>
        {
            float[] gain = new float[background.Stride];
            float[] dither = new float[background.Stride];
            for (int y = first; y < end; y++)
            {
                Dither.Fill(y, dither);
                float dy = y + 0.5f - halfHeight;
                for (int x = 0; x < background.Width; x++)
                {
                    float dx = x + 0.5f - halfWidth;
                    float at = MathF.Sqrt(((dx * dx) + (dy * dy)) * scale) * Steps;
                    int step = (int)at;
                    gain[x] = fallOff[step] + ((at - step) * (fallOff[step + 1] - fallOff[step]));

                    // The middle has no fall-off to dither, and a brand's colour is to be met there.
                    dither[x] = gain[x] < 1 ? dither[x] : 0;
                }

                for (int c = 0; c < 3; c++)
                {
                    Darken(background.Plane(c).Slice(y * background.Stride, background.Stride), gain, dither);
                }
            }
        });
    }

    /// <summary>What encoded values are multiplied by, from the middle to the corners.</summary>
    private static float[] FallOff(float amount)
    {
        float[] fallOff = new float[Steps + 2];
        for (int i = 0; i < fallOff.Length; i++)
        {
            float t = Math.Clamp((((float)i / Steps) - From) / (1 - From), 0, 1);
            fallOff[i] = MathF.Pow(1 - (amount * t * t * (3 - (2 * t))), Encoding);
        }

        return fallOff;
    }

    private static void Darken(Span<float> row, ReadOnlySpan<float> gain, ReadOnlySpan<float> dither)
    {
        for (int x = 0; x < row.Length; x += Vector<float>.Count)
        {
            Vector<float> dark = new Vector<float>(row[x..]) * new Vector<float>(gain[x..]);
            (dark + new Vector<float>(dither[x..])).CopyTo(row[x..]);
        }
    }
}
