using System.Numerics;
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
        Vector2[] oval = [.. HeadGeometry.Oval.Select(mesh.Flat)];
        int left = Math.Clamp((int)oval.Min(p => p.X), 0, before.Width - 1);
        int top = Math.Clamp((int)oval.Min(p => p.Y), 0, before.Height - 1);
        int width = Math.Clamp((int)MathF.Ceiling(oval.Max(p => p.X)), left + 1, before.Width) - left;
        int height = Math.Clamp((int)MathF.Ceiling(oval.Max(p => p.Y)), top + 1, before.Height) - top;
        bool[] inside = new bool[width * height];
        Outline.Fill([.. oval.Select(p => p - new Vector2(left, top))], inside, width);
        int radius = Math.Max(1, (int)MathF.Round(Slow * mesh.InterEye));
        bool[][] changed = [new bool[inside.Length], new bool[inside.Length], new bool[inside.Length]];
        PixelThreads.ForRows(changed.Length, 1, (from, end) =>
        {
            for (int channel = from; channel < end; channel++)
            {
                using PlanarImage ratio = PlanarImage.Rent(width, height, 2);
                Compare(before, after, channel, (left, top), inside, ratio);
                Mark(ratio, radius, changed[channel]);
            }
        });
        (int count, int painted) = (0, 0);
        for (int i = 0; i < inside.Length; i++)
        {
            count += inside[i] ? 1 : 0;
            painted += changed[0][i] || changed[1][i] || changed[2][i] ? 1 : 0;
        }

        return count == 0 ? 0 : (double)painted / count;
    }

    /// <summary>The ratio inside the face without what its tone explains, and where it was taken.</summary>
    private static void Compare(
        PlanarImage before, PlanarImage after, int channel, (int X, int Y) corner, bool[] inside, PlanarImage ratio)
    {
        int width = ratio.Width;
        byte[] tones = new byte[inside.Length];
        float[] a = new float[width];
        float[] b = new float[width];
        Span<double> sums = stackalloc double[Tones];
        Span<int> counts = stackalloc int[Tones];
        sums.Clear();
        counts.Clear();
        for (int y = 0; y < ratio.Height; y++)
        {
            SrgbCurve.Decode(before.Row(channel, corner.Y + y).Slice(corner.X, width), a);
            SrgbCurve.Decode(after.Row(channel, corner.Y + y).Slice(corner.X, width), b);
            Span<float> difference = ratio.Row(0, y);
            LogOfRatio(a, b, difference);
            Span<float> taken = ratio.Row(1, y);
            for (int x = 0; x < width; x++)
            {
                bool here = inside[(y * width) + x];
                taken[x] = here ? 1 : 0;
                if (here)
                {
                    int tone = Tone(a[x]);
                    tones[(y * width) + x] = (byte)tone;
                    sums[tone] += difference[x];
                    counts[tone]++;
                }
            }
        }

        Span<float> means = stackalloc float[Tones];
        for (int tone = 0; tone < Tones; tone++)
        {
            means[tone] = (float)(sums[tone] / Math.Max(counts[tone], 1));
        }

        for (int y = 0; y < ratio.Height; y++)
        {
            Span<float> difference = ratio.Row(0, y);
            ReadOnlySpan<float> taken = ratio.Row(1, y);
            for (int x = 0; x < width; x++)
            {
                difference[x] = taken[x] > 0 ? difference[x] - means[tones[(y * width) + x]] : 0;
            }
        }
    }

    private static void LogOfRatio(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> log)
    {
        Vector<float> floor = new(Floor);
        int x = 0;
        for (; x <= log.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            Vector.Log((new Vector<float>(b[x..]) + floor) / (new Vector<float>(a[x..]) + floor)).CopyTo(log[x..]);
        }

        for (; x < log.Length; x++)
        {
            log[x] = MathF.Log((b[x] + Floor) / (a[x] + Floor));
        }
    }

    /// <summary>
    /// What differs from the differences around it. Their mean has Cauchy's weights, so that what was painted does not
    /// draw it along: otherwise its surroundings would count as painted the other way.
    /// </summary>
    private static void Mark(PlanarImage ratio, int radius, bool[] changed)
    {
        using PlanarImage weighted = PlanarImage.Rent(ratio.Width, ratio.Height, 2);
        using PlanarImage slow = PlanarImage.Rent(ratio.Width, ratio.Height, 2);
        for (int y = 0; y < ratio.Height; y++)
        {
            ReadOnlySpan<float> difference = ratio.Row(0, y);
            ReadOnlySpan<float> taken = ratio.Row(1, y);
            Span<float> sum = weighted.Row(0, y);
            Span<float> weight = weighted.Row(1, y);
            for (int x = 0; x < weight.Length; x++)
            {
                weight[x] = taken[x] / (1 + (difference[x] * difference[x] / (Visible * Visible)));
                sum[x] = difference[x] * weight[x];
            }
        }

        BoxFilter.Mean(weighted, slow, radius);
        for (int y = 0; y < ratio.Height; y++)
        {
            ReadOnlySpan<float> difference = ratio.Row(0, y);
            ReadOnlySpan<float> taken = ratio.Row(1, y);
            ReadOnlySpan<float> mean = slow.Row(0, y);
            ReadOnlySpan<float> share = slow.Row(1, y);
            Span<bool> here = changed.AsSpan(y * difference.Length, difference.Length);
            for (int x = 0; x < here.Length; x++)
            {
                here[x] = taken[x] > 0 && Math.Abs(difference[x] - (mean[x] / Math.Max(share[x], 1e-4f))) > Visible;
            }
        }
    }

    private static int Tone(float light) => Math.Min((int)(MathF.Sqrt(Math.Clamp(light, 0, 1)) * Tones), Tones - 1);
}
