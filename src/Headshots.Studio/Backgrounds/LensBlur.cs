using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// Out of focus as a lens shows it: every point of light becomes an even disc, the image of the aperture, not a
/// Gaussian smear. Light adds up, so it works in linear light, best with highlights above 1, which a photo has clipped.
/// </summary>
internal static unsafe class LensBlur
{
    /// <summary>Discs of this radius in a reduced picture still have a crisp rim when they are enlarged.</summary>
    public const float CrispRadius = 7;

    // Where a photo's highlights begin, and how much brighter than its white they are taken to have been.
    private const float HighlightsFrom = 0.72f;
    private const float HighlightGain = 2.2f;

    /// <summary>
    /// The disc's radius in pixels: at 1, a tenth of the picture's shorter side across, as a portrait lens wide open
    /// gives for what is a few metres behind.
    /// </summary>
    public static float RadiusFor(float blur, int width, int height) => 0.05f * blur * Math.Min(width, height);

    /// <summary>The size to blur at, so that the disc is no larger than it must be; it is enlarged afterwards.</summary>
    /// <param name="width">Of the picture in the end.</param>
    /// <param name="height">Of the picture in the end.</param>
    /// <param name="radius">Of the disc in the end.</param>
    /// <param name="least">The disc's radius at the size to blur at, where it can be made that small.</param>
    public static (int Width, int Height, float Radius) WorkSize(int width, int height, float radius, float least = CrispRadius)
    {
        float reduction = Math.Max(1, radius / least);
        int workWidth = Math.Max(8, (int)MathF.Round(width / reduction));
        int workHeight = Math.Max(8, (int)MathF.Round(height / reduction));
        return (workWidth, workHeight, radius * workWidth / width);
    }

    /// <summary>Gives clipped highlights some of the light back that they must have had, so that they become discs.</summary>
    /// <param name="linear">3 channels, linear light.</param>
    public static void RaiseHighlights(PlanarImage linear)
    {
        for (int y = 0; y < linear.Height; y++)
        {
            Span<float> r = linear.Row(0, y);
            Span<float> g = linear.Row(1, y);
            Span<float> b = linear.Row(2, y);
            for (int x = 0; x < r.Length; x++)
            {
                float over = Math.Clamp((Math.Max(r[x], Math.Max(g[x], b[x])) - HighlightsFrom) / (1 - HighlightsFrom), 0, 1);
                float gain = 1 + (HighlightGain * over * over * over);
                r[x] *= gain;
                g[x] *= gain;
                b[x] *= gain;
            }
        }
    }

    /// <summary>The mean over a disc around each pixel; beyond the picture its edge goes on.</summary>
    /// <param name="source">Linear light, any values.</param>
    /// <param name="target">Another image of the same size and channels.</param>
    /// <param name="radius">Pixels, 0.5 or more.</param>
    public static void Apply(PlanarImage source, PlanarImage target, float radius)
    {
        Chord[] chords = Chords(radius);
        int reach = chords.Length / 2;

        // Room to read whole vectors beyond the last column.
        int margin = reach + 1;
        using PlanarImage sums = PlanarImage.Rent(source.Width + (2 * margin) + 16, source.Height, source.Channels);
        PixelThreads.ForRows(source.Height, 16, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int c = 0; c < source.Channels; c++)
                {
                    SumUp(source.Row(c, y), sums.Row(c, y), margin);
                }
            }
        });
        PixelThreads.ForRows(source.Height, 16, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int c = 0; c < source.Channels; c++)
                {
                    Span<float> row = target.Plane(c).Slice(y * target.Stride, target.Stride);
                    row.Clear();
                    for (int k = 0; k < chords.Length; k++)
                    {
                        int from = Math.Clamp(y + k - reach, 0, source.Height - 1);
                        Add(sums.Row(c, from)[margin..], chords[k], row, source.Width, margin);
                    }
                }
            }
        });
    }

    /// <summary>Running sums: entry i is the sum of all before column i − margin, the edge columns repeated.</summary>
    private static void SumUp(ReadOnlySpan<float> row, Span<float> sums, int margin)
    {
        float sum = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = sum;
            sum += row[Math.Clamp(i - margin, 0, row.Length - 1)];
        }
    }

    private static void Add(ReadOnlySpan<float> sums, Chord chord, Span<float> row, int width, int margin)
    {
        var weight = new Vector<float>(chord.Weight);
        var startShare = new Vector<float>(chord.StartShare);
        var endShare = new Vector<float>(chord.EndShare);
        fixed (float* origin = sums, to = row)
        {
            // The start lies left of the column, within the margin.
            float* start = origin + chord.Start;
            float* end = origin + chord.End;
            for (int x = 0; x < width; x += Vector<float>.Count)
            {
                Vector<float> upTo = Vector.Load(end + x);
                upTo += endShare * (Vector.Load(end + x + 1) - upTo);
                Vector<float> before = Vector.Load(start + x);
                before += startShare * (Vector.Load(start + x + 1) - before);
                (Vector.Load(to + x) + (weight * (upTo - before))).Store(to + x);
            }
        }
    }

    private static Chord[] Chords(float radius)
    {
        int reach = (int)MathF.Floor(radius + 0.5f);
        float[] halves = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(dy => HalfChord(radius, dy))];
        float weight = 1 / (2 * halves.Sum());
        return [.. halves.Select(half => Chord.Of(half, weight))];
    }

    /// <summary>The mean over a row's height, so that the disc keeps its area however small it is.</summary>
    private static float HalfChord(float radius, int row)
    {
        const int Parts = 8;
        float sum = 0;
        for (int i = 0; i < Parts; i++)
        {
            float dy = row - 0.5f + ((i + 0.5f) / Parts);
            sum += MathF.Sqrt(Math.Max(0, (radius * radius) - (dy * dy)));
        }

        return sum / Parts;
    }

    /// <summary>One row of the disc: from half a chord left of a pixel's centre to half a chord right of it.</summary>
    private readonly record struct Chord(int Start, float StartShare, int End, float EndShare, float Weight)
    {
        public static Chord Of(float half, float weight)
        {
            float start = 0.5f - half;
            float end = 0.5f + half;
            int first = (int)MathF.Floor(start);
            int last = (int)MathF.Floor(end);
            return new Chord(first, start - first, last, end - last, weight);
        }
    }
}
