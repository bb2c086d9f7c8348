using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Avatars;

/// <summary>The few colours that a drawing of somebody needs, found among their own: k-means in Lab.</summary>
internal static class Tones
{
    private const int Rounds = 10;

    /// <summary>Every so manieth pixel is looked at, each way.</summary>
    private const int Step = 3;

    /// <summary>Lightness counts less than colour, or all tones would go to light and shade.</summary>
    private static readonly Vector4 _weights = new(0.8f, 1.15f, 1.15f, 0);

    /// <summary>How far the shades of one thing are drawn to the colour of the middle one.</summary>
    private const float Alike = 0.65f;

    /// <summary>Picks tones of all colours from what is inside.</summary>
    /// <returns>At most <paramref name="count"/>; the same for the same picture.</returns>
    public static Vector4[] Find(Sheet sheet, ReadOnlySpan<float> inside, int count)
    {
        List<Vector4> samples = Samples(sheet, inside);
        return samples.Count < count ? [] : Settle(samples, FarApart(samples, count));
    }

    /// <summary>
    /// Picks tones from shade to light of something of one colour: started from equal parts by lightness, so that a
    /// blemish or a red ear gets no tone of its own.
    /// </summary>
    /// <returns>As many as asked, or none where there is too little.</returns>
    public static Vector4[] Shades(Sheet sheet, ReadOnlySpan<float> inside, int count)
    {
        List<Vector4> samples = Samples(sheet, inside);
        if (samples.Count < count)
        {
            return [];
        }

        samples.Sort((one, other) => one.X.CompareTo(other.X));
        Vector4[] shades = new Vector4[count];
        for (int k = 0; k < count; k++)
        {
            int from = samples.Count * k / count;
            int to = samples.Count * (k + 1) / count;
            shades[k] = samples.GetRange(from, to - from).Aggregate(Vector4.Zero, (sum, s) => sum + s) / (to - from);
        }

        return OfOneColour(Settle(samples, shades));
    }

    /// <summary>Shade and light of one thing: lamps of two colours on a face must not make it two people's.</summary>
    private static Vector4[] OfOneColour(Vector4[] shades)
    {
        Vector4 middle = shades[shades.Length / 2];
        return
        [
            .. shades.Select(s => s with
            {
                Y = float.Lerp(s.Y, middle.Y, Alike),
                Z = float.Lerp(s.Z, middle.Z, Alike),
            }),
        ];
    }

    private static List<Vector4> Samples(Sheet sheet, ReadOnlySpan<float> inside)
    {
        List<Vector4> samples = [];
        for (int y = 0; y < sheet.Size; y += Step)
        {
            for (int x = 0; x < sheet.Size; x += Step)
            {
                int index = (y * sheet.Size) + x;
                if (inside[index] > 0.9f)
                {
                    samples.Add(sheet.Pixels[index] * _weights);
                }
            }
        }

        return samples;
    }

    private static Vector4[] Settle(List<Vector4> samples, Vector4[] centres)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Move(samples, centres);
        }

        Vector4 back = new(1 / _weights.X, 1 / _weights.Y, 1 / _weights.Z, 0);
        return [.. centres.Select(c => c * back)];
    }

    /// <summary>Each pixel becomes the tone it is nearest to, with soft borders where two are equally near.</summary>
    /// <param name="sheet">Changed.</param>
    /// <param name="tones">At least one.</param>
    /// <param name="softness">Lab difference over which one tone goes over into the next.</param>
    public static void Apply(Sheet sheet, Vector4[] tones, float softness)
    {
        PixelThreads.ForRows(sheet.Size, 16, (first, end) =>
        {
            for (int i = first * sheet.Size; i < end * sheet.Size; i++)
            {
                sheet.Pixels[i] = Nearest(sheet.Pixels[i], tones, softness);
            }
        });
    }

    private static Vector4 Nearest(Vector4 pixel, Vector4[] tones, float softness)
    {
        float first = float.MaxValue;
        float second = float.MaxValue;
        Vector4 best = pixel;
        Vector4 next = pixel;
        foreach (Vector4 tone in tones)
        {
            Vector4 difference = (pixel - tone) * _weights;
            float distance = Vector4.Dot(difference, difference);
            if (distance < first)
            {
                (second, next) = (first, best);
                (first, best) = (distance, tone);
            }
            else if (distance < second)
            {
                (second, next) = (distance, tone);
            }
        }

        float lead = (MathF.Sqrt(second) - MathF.Sqrt(first)) / softness;
        return lead >= 1 ? best : Vector4.Lerp((best + next) / 2, best, lead * lead * (3 - (2 * lead)));
    }

    /// <summary>Starts from samples far from each other, so that small but own colours, lips and eyes, get a tone.</summary>
    private static Vector4[] FarApart(List<Vector4> samples, int count)
    {
        List<Vector4> chosen = [samples.Aggregate(Vector4.Zero, (sum, s) => sum + s) / samples.Count];
        float[] distances = [.. samples.Select(s => Vector4.DistanceSquared(s, chosen[0]))];
        while (chosen.Count < count)
        {
            int farthest = Array.IndexOf(distances, distances.Max());
            if (distances[farthest] < 9)
            {
                break;
            }

            chosen.Add(samples[farthest]);
            for (int i = 0; i < distances.Length; i++)
            {
                distances[i] = Math.Min(distances[i], Vector4.DistanceSquared(samples[i], chosen[^1]));
            }
        }

        return [.. chosen];
    }

    private static void Move(List<Vector4> samples, Vector4[] centres)
    {
        Vector4[] sums = new Vector4[centres.Length];
        int[] counts = new int[centres.Length];
        foreach (Vector4 sample in samples)
        {
            int nearest = 0;
            float least = float.MaxValue;
            for (int k = 0; k < centres.Length; k++)
            {
                float distance = Vector4.DistanceSquared(sample, centres[k]);
                if (distance < least)
                {
                    (least, nearest) = (distance, k);
                }
            }

            sums[nearest] += sample;
            counts[nearest]++;
        }

        for (int k = 0; k < centres.Length; k++)
        {
            centres[k] = counts[k] > 0 ? sums[k] / counts[k] : centres[k];
        }
    }
}
