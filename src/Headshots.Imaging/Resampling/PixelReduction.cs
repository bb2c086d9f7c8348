using System.Numerics;
using System.Runtime.InteropServices;

namespace Headshots.Imaging;

/// <summary>Cheap smaller copies for analysis.</summary>
public static unsafe class PixelReduction
{
    /// <summary>The largest factor: sums of a column of bytes still fit sixteen bits.</summary>
    public const int MaxFactor = 256;

    private const int ReciprocalBits = 40;
    private const int MinRowsPerChunk = 32;

    /// <summary>
    /// The exact rounded mean of boxes of factor × factor pixels, sRGB-encoded values averaged as they are. Target
    /// pixel (i, j) covers the source from (i, j)·factor on, so coordinates scale by exactly the factor; the boxes of
    /// the last column and row average what there is of them.
    /// </summary>
    /// <param name="source">Any size.</param>
    /// <param name="factor">1 to <see cref="MaxFactor"/>.</param>
    /// <returns>⌈width/factor⌉ × ⌈height/factor⌉ pixels, for the caller to dispose.</returns>
    public static RgbImage Reduce(RgbImage source, int factor)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factor, MaxFactor);
        RgbImage target = RgbImage.Rent((source.Width + factor - 1) / factor, (source.Height + factor - 1) / factor);
        if (factor == 1)
        {
            source.Pixels.CopyTo(target.Pixels);
            return target;
        }

        PixelThreads.ForRows(target.Height, Math.Max(1, MinRowsPerChunk / factor), (from, end) =>
        {
            PixelBlock block = PixelPool.Rent(source.Stride * sizeof(ushort));
            Span<ushort> sums = MemoryMarshal.Cast<byte, ushort>(block.Bytes(source.Stride * sizeof(ushort)));
            for (int y = from; y < end; y++)
            {
                int rows = Math.Min(factor, source.Height - (y * factor));
                sums.Clear();
                for (int k = 0; k < rows; k++)
                {
                    Add(source.Row((y * factor) + k), sums);
                }

                Average(sums, rows, factor, target.Row(y));
            }

            PixelPool.Return(block);
        });
        return target;
    }

    private static void Add(ReadOnlySpan<byte> row, Span<ushort> sums)
    {
        int i = 0;
        fixed (byte* from = row)
        fixed (ushort* to = sums)
        {
            for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            {
                Vector.Widen(Vector.Load(from + i), out Vector<ushort> low, out Vector<ushort> high);
                (Vector.Load(to + i) + low).Store(to + i);
                (Vector.Load(to + i + Vector<ushort>.Count) + high).Store(to + i + Vector<ushort>.Count);
            }
        }

        for (; i < row.Length; i++)
        {
            sums[i] += row[i];
        }
    }

    private static void Average(ReadOnlySpan<ushort> sums, int rows, int factor, Span<byte> target)
    {
        int whole = sums.Length / 3 / factor;
        int rest = (sums.Length / 3) - (whole * factor);
        fixed (ushort* from = sums)
        fixed (byte* to = target)
        {
            AverageBoxes(from, factor, (uint)(rows * factor), to, whole);
            if (rest > 0)
            {
                AverageBoxes(from + (3 * whole * factor), rest, (uint)(rows * rest), to + (3 * whole), 1);
            }
        }
    }

    // Division by multiplication with ⌈2⁴⁰/n⌉: exact for sums below 2²⁴ and n up to 2¹⁶.
    private static void AverageBoxes(ushort* from, int columns, uint count, byte* to, int boxes)
    {
        ulong reciprocal = ((1UL << ReciprocalBits) + count - 1) / count;
        uint half = count / 2;
        for (int i = 0; i < boxes; i++, to += 3)
        {
            uint r = half, g = half, b = half;
            for (int k = 0; k < columns; k++, from += 3)
            {
                r += from[0];
                g += from[1];
                b += from[2];
            }

            to[0] = (byte)((r * reciprocal) >> ReciprocalBits);
            to[1] = (byte)((g * reciprocal) >> ReciprocalBits);
            to[2] = (byte)((b * reciprocal) >> ReciprocalBits);
        }
    }
}
