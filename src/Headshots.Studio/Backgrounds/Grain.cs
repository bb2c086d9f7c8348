using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// The noise of the photo, measured on the sitter and put over what was drawn or blurred: a background without any
/// looks cut out of another picture.
/// </summary>
internal static class Grain
{
    /// <summary>The most that is copied, of white's 1: beyond it a background would be spoiled to match a bad photo.</summary>
    private const float Most = 0.010f;

    private const int Block = 16;

    /// <summary>Blocks along the longer side that are looked at.</summary>
    private const int Blocks = 28;

    /// <summary>A power of two, so that an index wraps by its low bits.</summary>
    private const int TileLength = 1 << 16;

    private static readonly float[] _tile = Tile();

    /// <summary>
    /// Standard deviation of luma's noise, of white's 1: in each of many small blocks on the person what their 3 × 3
    /// binomial mean leaves (0.8 of white noise's deviation), and of the blocks the calmest tenth's, since the others
    /// show pores, cloth and hair.
    /// </summary>
    public static float Measure(PlanarImage picture, PlanarImage alpha)
    {
        int step = Math.Max(Block, Math.Max(picture.Width, picture.Height) / Blocks);
        List<float> deviations = [];
        for (int top = 1; top + Block < picture.Height; top += step)
        {
            for (int left = 1; left + Block < picture.Width; left += step)
            {
                if (alpha.Row(0, top)[left] > 0.99f && alpha.Row(0, top + Block - 1)[left + Block - 1] > 0.99f
                    && picture.Row(1, top + (Block / 2))[left + (Block / 2)] is > 0.08f and < 0.92f)
                {
                    deviations.Add(Deviation(picture, left, top));
                }
            }
        }

        if (deviations.Count < 8)
        {
            return 0;
        }

        deviations.Sort();
        return Math.Min(Most, deviations[deviations.Count / 10]);
    }

    /// <summary>Adds noise of that deviation, and the dither that smooth colours need, to an encoded background.</summary>
    public static void Add(PlanarImage background, float deviation)
    {
        PixelThreads.ForRows(background.Height, 32, (first, end) =>
        {
            float[] noise = new float[background.Stride];
            for (int y = first; y < end; y++)
            {
                // Rows begin far apart in the tile, so that neighbours have nothing in common.
                int start = (y * 40503) & (TileLength - 1);
                Dither.Fill(y, noise);
                for (int x = 0; x < background.Width; x++)
                {
                    noise[x] += deviation * _tile[(start + x) & (TileLength - 1)];
                }

                for (int c = 0; c < 3; c++)
                {
                    AddTo(background.Plane(c).Slice(y * background.Stride, background.Stride), noise);
                }
            }
        });
    }

    private static void AddTo(Span<float> row, ReadOnlySpan<float> noise)
    {
        for (int x = 0; x < row.Length; x += Vector<float>.Count)
        {
            (new Vector<float>(row[x..]) + new Vector<float>(noise[x..])).CopyTo(row[x..]);
        }
    }

    private static float Deviation(PlanarImage picture, int left, int top)
    {
        const float ToDeviation = 1.2533f / 0.8f;
        float sum = 0;
        ReadOnlySpan<float> above = picture.Row(1, top - 1);
        ReadOnlySpan<float> row = picture.Row(1, top);
        for (int y = top; y < top + Block; y++)
        {
            ReadOnlySpan<float> below = picture.Row(1, y + 1);
            for (int x = left; x < left + Block; x++)
            {
                float mean = ((4 * row[x]) + (2 * (row[x - 1] + row[x + 1] + above[x] + below[x]))
                    + above[x - 1] + above[x + 1] + below[x - 1] + below[x + 1]) / 16;
                sum += Math.Abs(row[x] - mean);
            }

            above = row;
            row = below;
        }

        return ToDeviation * sum / (Block * Block);
    }

    /// <summary>Normal deviates (Box and Muller), the same in every run.</summary>
    private static float[] Tile()
    {
        Random random = new(20_241);
        float[] tile = new float[TileLength];
        for (int i = 0; i < tile.Length; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            tile[i] = (float)(radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return tile;
    }
}
