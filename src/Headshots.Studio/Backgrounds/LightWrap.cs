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
        RectF whole = new(0, 0, alpha.Width, alpha.Height);
        using PlanarImage light = PlanarImage.Rent(width, height, 4);
        Gather(alpha, behind, whole, light);
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

    /// <summary>The background's light where it is seen, reduced: three channels of light and one of how much is seen.</summary>
    private static void Gather(PlanarImage alpha, PlanarImage behind, RectF whole, PlanarImage light)
    {
        ResizeOptions area = new() { Kernel = ResizeKernel.Area };
        using PlanarImage person = PlanarImage.Rent(light.Width, light.Height, 1);
        using PlanarImage place = PlanarImage.Rent(light.Width, light.Height, 3);
        Resampler.Resize(alpha, whole, person, area);
        Resampler.Resize(behind, whole, place, area);
        PlanarColour.Decode(place, place);
        for (int y = 0; y < light.Height; y++)
        {
            ReadOnlySpan<float> covered = person.Row(0, y);
            for (int x = 0; x < covered.Length; x++)
            {
                Vector3 there = new(place.Row(0, y)[x], place.Row(1, y)[x], place.Row(2, y)[x]);
                float luminance = Vector3.Dot(there, new Vector3(0.2126f, 0.7152f, 0.0722f));
                float giving = (1 - covered[x]) * Math.Clamp((luminance - DarkestGiver) / (1 - DarkestGiver), 0, 1);
                light.Row(0, y)[x] = there.X * giving;
                light.Row(1, y)[x] = there.Y * giving;
                light.Row(2, y)[x] = there.Z * giving;
                light.Row(3, y)[x] = giving;
            }
        }
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
            int column = Math.Min(x / Reduction, light.Width - 1);
            if (alpha[x] < 0.01f || giving[column] < 0.01f)
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
