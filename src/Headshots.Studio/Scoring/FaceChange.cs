using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Scoring;

/// <summary>
/// How much of a face is no longer what the camera saw, other than lighter, darker or of a corrected colour. A tone curve
/// is a function of the tone, and light varies slowly over a face; what remains when both are taken out of the ratio of
/// the two pictures was painted.
/// </summary>
internal static class FaceChange
{
    /// <summary>ln of the ratio of light: less is hardly seen beside its unchanged surroundings.</summary>
    private const float Visible = 0.15f;

    /// <summary>Light that is added to both before they are divided, so that black counts as much as the eye sees of it.</summary>
    private const float Floor = 0.02f;

    /// <summary>Radius in distances between the eyes of what is still a slow change of light.</summary>
    private const float Slow = 0.2f;

    private const int Tones = 24;

    /// <summary>Share of the face's pixels, 0 to 1, that changed by more than tone.</summary>
    /// <param name="before">
    /// 3 channels, sRGB-encoded; a copy with some 90 pixels between the eyes, in which pores and noise average out, and
    /// moles, lines and lashes stay.
    /// </param>
    /// <param name="after">Of the same size.</param>
    /// <param name="mesh">The face, in pixels of both.</param>
    public static double Measure(PlanarImage before, PlanarImage after, FaceMesh mesh)
    {
        using PlanarImage first = PlanarImage.Rent(before.Width, before.Height, 3);
        using PlanarImage second = PlanarImage.Rent(before.Width, before.Height, 3);
        bool[] inside = new bool[first.Width * first.Height];
        Outline.Fill([.. HeadGeometry.Oval.Select(i => mesh.Flat(i))], inside, first.Width);
        bool[] changed = new bool[inside.Length];
        PlanarColour.Decode(before, first);
        PlanarColour.Decode(after, second);
        using PlanarImage ratio = PlanarImage.Rent(first.Width, first.Height, 3);
        using PlanarImage slow = PlanarImage.Rent(first.Width, first.Height, 3);
        int radius = Math.Max(1, (int)MathF.Round(Slow * mesh.InterEye));
        for (int channel = 0; channel < 3; channel++)
        {
            Compare(first, second, channel, inside, ratio);
            Weigh(ratio);
            BoxFilter.Mean(ratio, slow, radius);
            Mark(ratio, slow, changed);
        }

        int count = inside.Count(i => i);
        return count == 0 ? 0 : (double)changed.Count(c => c) / count;
    }

    /// <summary>The ratio inside the face without what its tone explains, and where it was taken.</summary>
    private static void Compare(PlanarImage first, PlanarImage second, int channel, bool[] inside, PlanarImage ratio)
    {
        Span<double> sums = stackalloc double[Tones];
        Span<int> counts = stackalloc int[Tones];
        sums.Clear();
        counts.Clear();
        for (int y = 0; y < first.Height; y++)
        {
            ReadOnlySpan<float> a = first.Row(channel, y);
            ReadOnlySpan<float> b = second.Row(channel, y);
            Span<float> difference = ratio.Row(0, y);
            Span<float> taken = ratio.Row(1, y);
            for (int x = 0; x < a.Length; x++)
            {
                bool here = inside[(y * a.Length) + x];
                taken[x] = here ? 1 : 0;
                difference[x] = here ? MathF.Log((b[x] + Floor) / (a[x] + Floor)) : 0;
                if (here)
                {
                    sums[Tone(a[x])] += difference[x];
                    counts[Tone(a[x])]++;
                }
            }
        }

        for (int y = 0; y < first.Height; y++)
        {
            ReadOnlySpan<float> a = first.Row(channel, y);
            Span<float> difference = ratio.Row(0, y);
            for (int x = 0; x < a.Length; x++)
            {
                if (inside[(y * a.Length) + x])
                {
                    int tone = Tone(a[x]);
                    difference[x] -= (float)(sums[tone] / counts[tone]);
                }
            }
        }
    }

    /// <summary>
    /// Cauchy's weights, times the differences, for a local mean that what was painted does not draw along: otherwise its
    /// surroundings would count as painted the other way. The differences themselves move to the third plane.
    /// </summary>
    private static void Weigh(PlanarImage ratio)
    {
        for (int y = 0; y < ratio.Height; y++)
        {
            Span<float> difference = ratio.Row(0, y);
            Span<float> weight = ratio.Row(1, y);
            difference.CopyTo(ratio.Row(2, y));
            for (int x = 0; x < weight.Length; x++)
            {
                weight[x] /= 1 + (difference[x] * difference[x] / (Visible * Visible));
                difference[x] *= weight[x];
            }
        }
    }

    private static int Tone(float light) => Math.Min((int)(MathF.Sqrt(Math.Clamp(light, 0, 1)) * Tones), Tones - 1);

    private static void Mark(PlanarImage ratio, PlanarImage slow, bool[] changed)
    {
        for (int y = 0; y < ratio.Height; y++)
        {
            ReadOnlySpan<float> difference = ratio.Row(2, y);
            ReadOnlySpan<float> taken = ratio.Row(1, y);
            ReadOnlySpan<float> mean = slow.Row(0, y);
            ReadOnlySpan<float> share = slow.Row(1, y);
            for (int x = 0; x < difference.Length; x++)
            {
                if (taken[x] > 0)
                {
                    float rest = difference[x] - (mean[x] / Math.Max(share[x], 1e-4f));
                    changed[(y * difference.Length) + x] |= Math.Abs(rest) > Visible;
                }
            }
        }
    }
}
