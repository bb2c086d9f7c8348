using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>Rows of a map of blocks, at the size of the picture that the blocks are of: bilinear between their centres.</summary>
internal static class BlockInterpolation
{
    /// <param name="map">A value per block.</param>
    /// <param name="channel">Of the map.</param>
    /// <param name="block">Side of a block in pixels.</param>
    /// <param name="y">Row of the picture.</param>
    /// <param name="row">Receives the row, as wide as the picture.</param>
    public static void Row(PlanarImage map, int channel, int block, int y, Span<float> row)
    {
        float at = Math.Clamp(((y + 0.5f) / block) - 0.5f, 0, map.Height - 1);
        int above = (int)at;
        float share = at - above;
        ReadOnlySpan<float> upper = map.Row(channel, above);
        ReadOnlySpan<float> lower = map.Row(channel, Math.Min(above + 1, map.Height - 1));
        int half = block / 2;
        float before = upper[0] + (share * (lower[0] - upper[0]));
        row[..Math.Min(half, row.Length)].Fill(before);

        // Centre i lies at (i + ½)·block; between two of them values go evenly.
        float first = (block & 1) == 0 ? 0.5f / block : 0;
        int x = half;
        for (int i = 1; i < map.Width && x < row.Length; i++)
        {
            float next = upper[i] + (share * (lower[i] - upper[i]));
            float step = (next - before) / block;
            float value = before + (first * (next - before));
            int end = Math.Min(x + block, row.Length);
            for (; x < end; x++)
            {
                row[x] = value;
                value += step;
            }

            before = next;
        }

        row[Math.Min(x, row.Length)..].Fill(before);
    }
}
