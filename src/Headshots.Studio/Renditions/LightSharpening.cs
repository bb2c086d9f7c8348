using Headshots.Imaging;

namespace Headshots.Studio.Renditions;

/// <summary>
/// Crispens pictures that resizing left soft: thumbnails, where eyes are a handful of pixels, and enlargements. Light
/// only, so that no colour fringes appear, and brightening less than it darkens, so that no bright line runs along a
/// shoulder.
/// </summary>
internal static class LightSharpening
{
    /// <summary>Longer side in pixels from which on a reduced picture is left as it is.</summary>
    private const int Untouched = 560;

    /// <summary>Longer side in pixels at which all of <see cref="Most"/> is added.</summary>
    private const int Smallest = 96;

    /// <summary>How much of the difference from the neighbours' mean a thumbnail gets at most.</summary>
    private const float Most = 0.65f;

    /// <summary>The most a pixel becomes brighter or darker, on the encoded scale of 0 to 1.</summary>
    private const float Brighter = 0.03f;
    private const float Darker = 0.06f;

    private const int MinRowsPerChunk = 64;

    /// <summary>How much a picture that was reduced to that longer side wants.</summary>
    public static float AmountFor(int longerSide) =>
        Most * Math.Clamp((float)(Untouched - longerSide) / (Untouched - Smallest), 0, 1);

    /// <summary>Adds the difference from the binomial mean of the neighbours, in place.</summary>
    /// <param name="picture">3 channels, sRGB-encoded, opaque.</param>
    /// <param name="amount">How much of it; 0 changes nothing.</param>
    public static void Apply(PlanarImage picture, float amount)
    {
        if (amount <= 0)
        {
            return;
        }

        using PlanarImage luma = PlanarImage.Rent(picture.Width, picture.Height, 1);
        PixelThreads.ForRows(picture.Height, MinRowsPerChunk, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Luma.OfRow(picture, y, luma.Row(0, y));
            }
        });
        PixelThreads.ForRows(picture.Height, MinRowsPerChunk, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Sharpen(picture, luma, y, amount);
            }
        });
    }

    private static void Sharpen(PlanarImage picture, PlanarImage luma, int y, float amount)
    {
        ReadOnlySpan<float> above = luma.Row(0, Math.Max(y - 1, 0));
        ReadOnlySpan<float> here = luma.Row(0, y);
        ReadOnlySpan<float> below = luma.Row(0, Math.Min(y + 1, luma.Height - 1));
        Span<float> red = picture.Row(0, y);
        Span<float> green = picture.Row(1, y);
        Span<float> blue = picture.Row(2, y);
        for (int x = 0; x < here.Length; x++)
        {
            // The binomial 1-2-1 in both directions.
            int left = Math.Max(x - 1, 0);
            int right = Math.Min(x + 1, here.Length - 1);
            float mean = ((above[left] + above[right] + below[left] + below[right])
                + (2 * (above[x] + below[x] + here[left] + here[right])) + (4 * here[x])) / 16;
            float more = Math.Clamp(amount * (here[x] - mean), -Darker, Brighter);
            red[x] = Math.Clamp(red[x] + more, 0, 1);
            green[x] = Math.Clamp(green[x] + more, 0, 1);
            blue[x] = Math.Clamp(blue[x] + more, 0, 1);
        }
    }
}
