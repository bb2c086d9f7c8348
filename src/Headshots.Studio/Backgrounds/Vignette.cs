using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>Darkens a background towards its corners, as light that falls off does.</summary>
internal static class Vignette
{
    // As shares of half the diagonal: the middle stays as it is.
    private const float From = 0.25f;

    /// <param name="background">3 channels, sRGB-encoded.</param>
    /// <param name="amount">0 to 1: what share of the corners' light is taken.</param>
    public static void Apply(PlanarImage background, float amount)
    {
        if (amount <= 0)
        {
            return;
        }

        float halfWidth = background.Width / 2f;
        float halfHeight = background.Height / 2f;
        float scale = 1 / ((halfWidth * halfWidth) + (halfHeight * halfHeight));
        PixelThreads.ForRows(background.Height, 32, (first, end) =>
        {
            float[] light = new float[background.Width];
            for (int y = first; y < end; y++)
            {
                float dy = y + 0.5f - halfHeight;
                for (int x = 0; x < light.Length; x++)
                {
                    float dx = x + 0.5f - halfWidth;
                    float t = Math.Clamp((MathF.Sqrt(((dx * dx) + (dy * dy)) * scale) - From) / (1 - From), 0, 1);
                    light[x] = 1 - (amount * t * t * (3 - (2 * t)));
                }

                Darken(background, y, light);
            }
        });
    }

    private static void Darken(PlanarImage background, int y, ReadOnlySpan<float> light)
    {
        for (int c = 0; c < 3; c++)
        {
            Span<float> row = background.Row(c, y);
            SrgbCurve.Decode(row, row);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] *= light[x];
            }

            SrgbCurve.Encode(row, row);
            for (int x = 0; x < row.Length; x++)
            {
                // The middle has no fall-off to dither, and a brand's colour is to be met there.
                row[x] += light[x] < 1 ? Dither.At(x, y) : 0;
            }
        }
    }
}
