using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// Smooths a plane while following the edges of a colour picture (He, Sun and Tang, "Guided Image Filtering", 2013): in
/// every window the output is a·I + b with the a, b that fit the input best, ε keeping a small; each pixel takes the
/// mean a, b of the windows that cover it. With subsampling a, b are found at a fraction of the size and enlarged
/// bilinearly (He and Sun, "Fast Guided Filter", arXiv 1505.00996).
/// </summary>
public static unsafe class ColourGuidedFilter
{
    private const int MinRowsPerChunk = 32;

    /// <summary>
    /// Filters the input along the guide. Answers are not clamped: near strong edges they may leave the input's range
    /// a little. Uses <see cref="PixelThreads"/>.
    /// </summary>
    /// <param name="guide">3 or more channels in [0, 1], of which the first three guide.</param>
    /// <param name="input">1 channel; any values of about the size of 1.</param>
    /// <param name="output">1 channel; may be the input.</param>
    /// <param name="radius">Of the windows, in full-size pixels, 1 or more.</param>
    /// <param name="epsilon">Variance of the guide that counts as flat, more than 0; below 10⁻⁷ rounding shows.</param>
    /// <param name="subsample">1 is exact; s is about s² times faster and wants a radius of at least 2s.</param>
    public static void Apply(
        PlanarImage guide, PlanarImage input, PlanarImage output, int radius, float epsilon, int subsample = 1)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(radius, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(subsample, 1);
        if (!(epsilon > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "More than 0.");
        }

        Check(guide, input, output);
        int width = (guide.Width + subsample - 1) / subsample;
        int height = (guide.Height + subsample - 1) / subsample;
        int reach = Math.Clamp((int)Math.Round(radius / (double)subsample), 1, Math.Max(width, height));
        using PlanarImage coefficients = PlanarImage.Rent(width, height, 4);
        if (subsample == 1)
        {
            GuidedFit.Fit(guide, input, coefficients, reach, epsilon);
        }
        else
        {
            using PlanarImage smallGuide = Reduce(guide, 3, width, height, subsample);
            using PlanarImage smallInput = Reduce(input, 1, width, height, subsample);
            GuidedFit.Fit(smallGuide, smallInput, coefficients, reach, epsilon);
        }

        using PlanarImage means = PlanarImage.Rent(width, height, 4);
        BoxFilter.Mean(coefficients, means, reach);
        PixelThreads.ForRows(guide.Height, MinRowsPerChunk, (from, end) =>
        {
            using var rows = new EnlargedRows(means, guide.Width, subsample);
            for (int y = from; y < end; y++)
            {
                rows.Prepare(y);
                Evaluate(guide, rows, output, y);
            }
        });
    }

    private static void Evaluate(PlanarImage guide, EnlargedRows rows, PlanarImage output, int y)
    {
        float* red = guide.Address(0, y), green = guide.Address(1, y), blue = guide.Address(2, y);
        float* a = rows.Row(0), b = rows.Row(1), c = rows.Row(2), rest = rows.Row(3);
        float* to = output.Address(0, y);
        var middle = new Vector<float>(GuidedFit.Middle);
        for (int x = 0; x < guide.Stride; x += Vector<float>.Count)
        {
            Vector<float> sum = Vector.Load(rest + x) + middle;
            sum = Vector.FusedMultiplyAdd(Vector.Load(a + x), Vector.Load(red + x) - middle, sum);
            sum = Vector.FusedMultiplyAdd(Vector.Load(b + x), Vector.Load(green + x) - middle, sum);
            sum = Vector.FusedMultiplyAdd(Vector.Load(c + x), Vector.Load(blue + x) - middle, sum);
            sum.Store(to + x);
        }
    }

    // The mean of each box of subsample² pixels; boxes on the last column and row may hang over the edge.
    private static PlanarImage Reduce(PlanarImage source, int channels, int width, int height, int subsample)
    {
        PlanarImage target = PlanarImage.Rent(width, height, channels);
        PixelThreads.ForRows(height, MinRowsPerChunk, (from, end) =>
        {
            PixelBlock block = PixelPool.RentFloats(source.Stride);
            Span<float> sums = block.Floats(0, source.Width);
            for (int y = from; y < end; y++)
            {
                int rows = Math.Min(subsample, source.Height - (y * subsample));
                for (int c = 0; c < channels; c++)
                {
                    sums.Clear();
                    for (int k = 0; k < rows; k++)
                    {
                        Add(source.Row(c, (y * subsample) + k), sums);
                    }

                    Average(sums, rows, subsample, target.Row(c, y));
                }
            }

            PixelPool.Return(block);
        });
        return target;
    }

    private static void Add(ReadOnlySpan<float> row, Span<float> sums)
    {
        int x = 0;
        for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            (new Vector<float>(row[x..]) + new Vector<float>(sums[x..])).CopyTo(sums[x..]);
        }

        for (; x < row.Length; x++)
        {
            sums[x] += row[x];
        }
    }

    private static void Average(ReadOnlySpan<float> sums, int rows, int subsample, Span<float> target)
    {
        for (int x = 0; x < target.Length; x++)
        {
            int columns = Math.Min(subsample, sums.Length - (x * subsample));
            float sum = 0;
            for (int k = 0; k < columns; k++)
            {
                sum += sums[(x * subsample) + k];
            }

            target[x] = sum / (rows * columns);
        }
    }

    private static void Check(PlanarImage guide, PlanarImage input, PlanarImage output)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(guide.Channels, 3, nameof(guide));
        ArgumentOutOfRangeException.ThrowIfNotEqual(input.Channels, 1, nameof(input));
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Channels, 1, nameof(output));
        if (guide.Width != input.Width || guide.Height != input.Height
            || guide.Width != output.Width || guide.Height != output.Height)
        {
            throw new ArgumentException("Guide, input and output differ in size.", nameof(output));
        }
    }
}
