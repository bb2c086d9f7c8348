using System.Numerics;
using System.Runtime.InteropServices;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>A small copy of a picture to judge it on: the means of its blocks of n × n pixels.</summary>
internal static class BlockMeans
{
    private const int MinRowsPerChunk = 8;

    /// <summary>Blocks that a length is divided into; the last may be a part of one.</summary>
    public static int Count(int length, int block) => (length + block - 1) / block;

    /// <summary>The means of all channels.</summary>
    /// <param name="picture">Any values.</param>
    /// <param name="block">Side of a block in pixels, 1 or more.</param>
    /// <returns>The caller's to dispose.</returns>
    public static PlanarImage Of(PlanarImage picture, int block) =>
        Of(picture, block, new BlockArea(0, 0, Count(picture.Width, block), Count(picture.Height, block)));

    /// <summary>The same of a part of the picture.</summary>
    /// <param name="picture">Any values.</param>
    /// <param name="block">Side of a block in pixels, 1 or more.</param>
    /// <param name="area">Within the picture.</param>
    /// <returns>The caller's to dispose.</returns>
    public static PlanarImage Of(PlanarImage picture, int block, BlockArea area)
    {
        PlanarImage small = PlanarImage.Rent(area.Width, area.Height, picture.Channels);
        int left = area.Left * block;
        int width = Math.Min(area.Width * block, picture.Width - left);
        PixelThreads.ForRows(small.Height, MinRowsPerChunk, (from, end) =>
        {
            float[] sums = new float[width];
            for (int y = from; y < end; y++)
            {
                for (int channel = 0; channel < picture.Channels; channel++)
                {
                    Row(picture, channel, left, area.Top + y, block, sums, small.Row(channel, y));
                }
            }
        });
        return small;
    }

    private static void Row(
        PlanarImage picture, int channel, int left, int y, int block, float[] sums, Span<float> means)
    {
        int first = y * block;
        int rows = Math.Min(block, picture.Height - first);
        picture.Row(channel, first).Slice(left, sums.Length).CopyTo(sums);
        Span<Vector<float>> total = MemoryMarshal.Cast<float, Vector<float>>(sums.AsSpan());
        for (int k = 1; k < rows; k++)
        {
            ReadOnlySpan<float> row = picture.Row(channel, first + k).Slice(left, sums.Length);
            ReadOnlySpan<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(row);
            for (int i = 0; i < total.Length; i++)
            {
                total[i] += wide[i];
            }

            for (int x = total.Length * Vector<float>.Count; x < row.Length; x++)
            {
                sums[x] += row[x];
            }
        }

        for (int x = 0; x < means.Length; x++)
        {
            int columns = Math.Min(block, sums.Length - (x * block));
            float sum = 0;
            for (int k = 0; k < columns; k++)
            {
                sum += sums[(x * block) + k];
            }

            means[x] = sum / (rows * columns);
        }
    }
}
