using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// Light from a bright background creeps around the edge of who stands before it: some by reflection, some in the lens.
/// A few pixels, in proportion to what the edge itself reflects, so that dark hair stays dark and gets no halo.
/// </summary>
internal static class LightWrap
{
    /// <summary>Share of the background's light that the very edge of something white takes on.</summary>
    private const float Strength = 0.22f;

    /// <summary>What a lens adds to black, of what it adds to white.</summary>
    private const float Flare = 0.02f;

    /// <summary>How far it reaches into the person, as a share of the picture's shorter side.</summary>
    private const float Reach = 0.007f;

    /// <summary>Backgrounds darker than this, in relative luminance, give nothing.</summary>
    private const float DarkestGiver = 0.25f;

    private const int Reduction = 4;

    /// <param name="person">3 channels, sRGB-encoded, straight alpha; changed.</param>
    /// <param name="alpha">Who is person.</param>
    /// <param name="behind">3 channels, sRGB-encoded.</param>
    public static void Apply(PlanarImage person, PlanarImage alpha, PlanarImage behind)
    {
        int width = Math.Max(1, alpha.Width / Reduction);
        int height = Math.Max(1, alpha.Height / Reduction);
        using PlanarImage light = PlanarImage.Rent(width, height, 4);
        if (!Gather(alpha, behind, light))
        {
            return;
        }

        using PlanarImage soft = PlanarImage.Rent(width, height, 4);
        float sigma = Reach * Math.Min(alpha.Width, alpha.Height) / Reduction;
        GaussianBlur.Apply(light, soft, Math.Max(0.8f, sigma));
        PixelThreads.ForRows(person.Height, 32, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Wrap(person, alpha.Row(0, y), soft, y);
            }
        });
    }

    /// <summary>
    /// The background's light where it is seen, reduced: three channels of light and one of how much is seen. A sample
    /// stands for each small square, since all of it is blurred next.
    /// </summary>
    /// <returns>Whether there is any light worth passing on.</returns>
    private static bool Gather(PlanarImage alpha, PlanarImage behind, PlanarImage light)
    {
        bool any = false;
        PixelThreads.ForRows(light.Height, 32, (first, end) =>
        {
            bool found = false;
            for (int row = first; row < end; row++)
            {
                int y = Math.Min((row * Reduction) + (Reduction / 2), alpha.Height - 1);
                ReadOnlySpan<float> covered = alpha.Row(0, y);
                ReadOnlySpan<float> r = behind.Row(0, y);
                ReadOnlySpan<float> g = behind.Row(1, y);
                ReadOnlySpan<float> b = behind.Row(2, y);
                for (int column = 0; column < light.Width; column++)
                {
                    int x = Math.Min((column * Reduction) + (Reduction / 2), covered.Length - 1);
                    Vector3 there = RgbColour.FromEncoded(new Vector3(r[x], g[x], b[x])).Linear;
                    float luminance = Vector3.Dot(there, new Vector3(0.2126f, 0.7152f, 0.0722f));
                    float giving = (1 - covered[x]) * Math.Clamp((luminance - DarkestGiver) / (1 - DarkestGiver), 0, 1);
                    found |= giving > 0.02f;
                    light.Row(0, row)[column] = there.X * giving;
                    light.Row(1, row)[column] = there.Y * giving;
                    light.Row(2, row)[column] = there.Z * giving;
                    light.Row(3, row)[column] = giving;
                }
            }

            if (found)
            {
                Volatile.Write(ref any, true);
            }
        });
        return any;
    }

    private static void Wrap(PlanarImage person, ReadOnlySpan<float> alpha, PlanarImage light, int y)
    {
        Span<float> r = person.Row(0, y);
        Span<float> g = person.Row(1, y);
        Span<float> b = person.Row(2, y);
        int row = Math.Min(y / Reduction, light.Height - 1);
        ReadOnlySpan<float> giving = light.Row(3, row);
        for (int x = 0; x < alpha.Length; x++)
        {
            if (x % Reduction == 0 && giving[Math.Min(x / Reduction, light.Width - 1)] < 0.01f)
            {
                x += Reduction - 1;
                continue;
            }

            if (alpha[x] < 0.01f)
            {
                continue;
            }

            Vector3 there = Sample(light, x, y);
            Vector3 own = Vector3.Max(RgbColour.FromEncoded(new Vector3(r[x], g[x], b[x])).Linear, new Vector3(Flare / 4));
            Vector3 more = Strength * there * (Vector3.One + (new Vector3(Flare) / own));

            // (1 + more) to the power of 1/2.2, by its series: what light gains, its encoding gains by the root.
            Vector3 gain = Vector3.One + (more * (new Vector3(0.4545f) - (0.12f * more)));
            (r[x], g[x], b[x]) = (Math.Min(1, r[x] * gain.X), Math.Min(1, g[x] * gain.Y), Math.Min(1, b[x] * gain.Z));
        }
    }

    private static Vector3 Sample(PlanarImage light, int x, int y)
    {
        float u = Math.Clamp(((x + 0.5f) / Reduction) - 0.5f, 0, light.Width - 1);
        float v = Math.Clamp(((y + 0.5f) / Reduction) - 0.5f, 0, light.Height - 1);
        int left = (int)u;
        int top = (int)v;
        int right = Math.Min(left + 1, light.Width - 1);
        int bottom = Math.Min(top + 1, light.Height - 1);
        return Vector3.Lerp(
            Vector3.Lerp(At(left, top), At(right, top), u - left), Vector3.Lerp(At(left, bottom), At(right, bottom), u - left), v - top);

        Vector3 At(int i, int j) => new(light.Row(0, j)[i], light.Row(1, j)[i], light.Row(2, j)[i]);
    }
}
