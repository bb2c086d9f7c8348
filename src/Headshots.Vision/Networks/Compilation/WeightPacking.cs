using Headshots.Vision.Networks.Execution;

namespace Headshots.Vision.Networks.Compilation;

/// <summary>Puts weights into the order the kernels read them in.</summary>
internal static class WeightPacking
{
    /// <summary>
    /// Columns × depth weights (each column's weights together, as in OHWI files) into panels of
    /// <paramref name="panel"/> columns; a last panel that fits one register is only that wide.
    /// </summary>
    public static Operand Panels(ReadOnlySpan<float> weights, int columns, int depth, int panel)
    {
        int width = panel / 2;
        int packed = Packed(columns, width);
        var result = new PinnedFloats(packed * depth);
        Span<float> target = result.Span;
        int at = 0;
        for (int first = 0; first < columns; first += panel)
        {
            int wide = columns - first > width ? panel : width;
            int used = Math.Min(wide, columns - first);
            for (int k = 0; k < depth; k++, at += wide)
            {
                for (int j = 0; j < used; j++)
                {
                    target[at + j] = weights[((first + j) * depth) + k];
                }
            }
        }

        return Operand.Constant(1, result.Length, result.Length, result);
    }

    /// <summary>A value per channel, with zeros to the next whole panel.</summary>
    public static Operand Vector(ReadOnlySpan<float> values, int panel)
    {
        var result = new PinnedFloats((values.Length + panel - 1) / panel * panel);
        values.CopyTo(result.Span);
        return Operand.Constant(1, values.Length, result.Length, result);
    }

    /// <summary>Rows of channels, each row padded with zeros to a stride.</summary>
    public static Operand Rows(ReadOnlySpan<float> values, int channels, int stride)
    {
        int rows = values.Length / channels;
        var result = new PinnedFloats(rows * stride);
        for (int i = 0; i < rows; i++)
        {
            values.Slice(i * channels, channels).CopyTo(result.Span[(i * stride)..]);
        }

        return Operand.Constant(rows, channels, stride, result);
    }

    private static int Packed(int columns, int width) => (columns + width - 1) / width * width;
}
