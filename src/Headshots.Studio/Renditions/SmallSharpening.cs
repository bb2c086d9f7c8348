using Headshots.Imaging;

namespace Headshots.Studio.Renditions;

/// <summary>
/// Crispens pictures that are shown as small as a thumbnail, where eyes are a handful of pixels and a reduction that is
/// true to the large picture looks soft. Light only, so that no colour fringes appear, and brightening less than it
/// darkens, so that no bright line runs along a shoulder.
/// </summary>
internal static class SmallSharpening
{
    /// <summary>Longer side in pixels from which on a picture is left as it is.</summary>
    private const int Untouched = 560;

    /// <summary>Longer side in pixels at which all of <see cref="Most"/> is added.</summary>
    private const int Smallest = 96;

    /// <summary>How much of the difference from the neighbours' mean is added at most.</summary>
    private const float Most = 0.65f;

    /// <summary>The most a pixel becomes brighter or darker, on the encoded scale of 0 to 1.</summary>
    private const float Brighter = 0.03f;
    private const float Darker = 0.06f;

    /// <summary>How much is added for a picture of that longer side: 0 to <see cref="Most"/>.</summary>
    public static float Amount(int longerSide)
    {
        float t = Math.Clamp((float)(Untouched - longerSide) / (Untouched - Smallest), 0, 1);
        return Most * t;
    }

    /// <summary>Sharpens a picture that was reduced to this size, in place.</summary>
    /// <param name="picture">3 channels, sRGB-encoded, opaque.</param>
    public static void Apply(PlanarImage picture)
    {
        float amount = Amount(Math.Max(picture.Width, picture.Height));
        if (amount <= 0)
        {
            return;
        }

        using PlanarImage light = PlanarImage.Rent(picture.Width, picture.Height, 1);
        for (int y = 0; y < picture.Height; y++)
        {
            Light(picture, y, light.Row(0, y));
        }

        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<float> above = light.Row(0, Math.Max(y - 1, 0));
            ReadOnlySpan<float> here = light.Row(0, y);
            ReadOnlySpan<float> below = light.Row(0, Math.Min(y + 1, picture.Height - 1));
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

    /// <summary>Luma of Rec. 709 on encoded values.</summary>
    private static void Light(PlanarImage picture, int y, Span<float> light)
    {
        ReadOnlySpan<float> red = picture.Row(0, y);
        ReadOnlySpan<float> green = picture.Row(1, y);
        ReadOnlySpan<float> blue = picture.Row(2, y);
        for (int x = 0; x < light.Length; x++)
        {
            light[x] = (0.2126f * red[x]) + (0.7152f * green[x]) + (0.0722f * blue[x]);
        }
    }
}
