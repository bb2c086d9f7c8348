using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// Alpha as the share of the light. Lenses mix light, so where a dark strand covers half a pixel before a bright window,
/// the encoded value is far more than half the window's: alpha measured on encoded values is too low there, and too high
/// for fair hair before the night. Mixed as light, the same strand is right before any background.
/// </summary>
internal static class LightShare
{
    /// <summary>
    /// Of squared linear light: layers that differ by less than its root leave alpha as it is, which is the right limit
    /// (between like values the curve is straight) and keeps noise out.
    /// </summary>
    private const float Indistinct = 3e-4f;

    /// <summary>Solves I = αF + (1 − α)B for alpha by least squares over the linear channels.</summary>
    /// <param name="picture">3 channels, sRGB-encoded: I.</param>
    /// <param name="foreground">3 channels, sRGB-encoded: F.</param>
    /// <param name="background">3 channels, sRGB-encoded: B.</param>
    /// <param name="band">Per row, the stretches where alpha may be half-transparent.</param>
    /// <param name="alpha">1 channel: the share of encoded values, replaced by that of light inside the band.</param>
    public static void Measure(
        PlanarImage picture, PlanarImage foreground, PlanarImage background, (int Start, int End)[][] band, PlanarImage alpha) =>
        PixelThreads.ForRows(picture.Height, 32, (first, last) =>
        {
            float[] scratch = new float[5 * picture.Width];
            for (int y = first; y < last; y++)
            {
                foreach ((int start, int end) in band[y])
                {
                    int n = end - start;
                    Span<float> along = scratch.AsSpan(0, n);
                    Span<float> length = scratch.AsSpan(picture.Width, n);
                    along.Clear();
                    length.Clear();
                    for (int channel = 0; channel < 3; channel++)
                    {
                        Span<float> seen = scratch.AsSpan(2 * picture.Width, n);
                        Span<float> front = scratch.AsSpan(3 * picture.Width, n);
                        Span<float> back = scratch.AsSpan(4 * picture.Width, n);
                        SrgbCurve.Decode(picture.Row(channel, y)[start..end], seen);
                        SrgbCurve.Decode(foreground.Row(channel, y)[start..end], front);
                        SrgbCurve.Decode(background.Row(channel, y)[start..end], back);
                        Project(seen, front, back, along, length);
                    }

                    Divide(along, length, alpha.Row(0, y)[start..end]);
                }
            }
        });

    private static void Project(
        ReadOnlySpan<float> seen, ReadOnlySpan<float> front, ReadOnlySpan<float> back, Span<float> along, Span<float> length)
    {
        for (int i = 0; i < along.Length; i++)
        {
            float apart = front[i] - back[i];
            along[i] += (seen[i] - back[i]) * apart;
            length[i] += apart * apart;
        }
    }

    private static void Divide(ReadOnlySpan<float> along, ReadOnlySpan<float> length, Span<float> alpha)
    {
        for (int i = 0; i < alpha.Length; i++)
        {
            // Where alpha was settled, noise must not unsettle it.
            alpha[i] = alpha[i] is <= 0 or >= 1
                ? alpha[i]
                : Math.Clamp((along[i] + (Indistinct * alpha[i])) / (length[i] + Indistinct), 0, 1);
        }
    }
}
