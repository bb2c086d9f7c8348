using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>From one level of a pyramid to the next: means of 2 × 2 pixels one way, repetition the other.</summary>
internal static class PyramidRows
{
    public static void Halve(PlanarImage source, int channel, PlanarImage target)
    {
        for (int y = 0; y < target.Height; y++)
        {
            ReadOnlySpan<float> upper = source.Row(channel, 2 * y);
            ReadOnlySpan<float> lower = source.Row(channel, Math.Min((2 * y) + 1, source.Height - 1));
            Span<float> row = target.Row(channel, y);
            int pairs = source.Width / 2;
            for (int x = 0; x < pairs; x++)
            {
                row[x] = (upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1]) / 4;
            }

            if (pairs < row.Length)
            {
                row[pairs] = (upper[^1] + lower[^1]) / 2;
            }
        }
    }

    /// <summary>Fills the stretch [start, end) of a row from the row of half its length.</summary>
    public static void Double(ReadOnlySpan<float> coarse, Span<float> fine, int start, int end)
    {
        for (int x = start; x < end; x++)
        {
            fine[x] = coarse[x >> 1];
        }
    }
}
