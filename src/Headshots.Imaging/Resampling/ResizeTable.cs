namespace Headshots.Imaging;

/// <summary>
/// One axis of a separable resize: for each target pixel the run of source pixels it reads and their weights, which sum
/// to 1. Weights that fall outside the image are added to the edge pixel's, which is what replication means.
/// </summary>
internal sealed unsafe class ResizeTable : IDisposable
{
    /// <summary>Weights of a target pixel are padded with zeros to a multiple of this.</summary>
    public const int TapAlignment = 8;

    // Far below half an 8-bit step even if every tap lost one: a shorter run instead.
    private const double Negligible = 1e-7;

    private readonly PixelBlock _weights;
    private readonly PixelBlock _runs;

    private ResizeTable(int length, int maxTaps)
    {
        MaxTaps = maxTaps;
        PaddedTaps = (maxTaps + TapAlignment - 1) / TapAlignment * TapAlignment;
        _weights = PixelPool.RentFloats(checked(length * PaddedTaps));
        _runs = PixelPool.Rent(checked(length * 2 * sizeof(int)));
    }

    public int MaxTaps { get; private set; }

    /// <summary>Floats from one target pixel's weights to the next's.</summary>
    public int PaddedTaps { get; }

    /// <summary>The first source pixel that any target pixel reads.</summary>
    public int First { get; private set; } = int.MaxValue;

    /// <summary>One past the last source pixel that any target pixel reads.</summary>
    public int End { get; private set; }

    public float* Weights(int target) => (float*)_weights.Address + ((nint)target * PaddedTaps);

    public int Start(int target) => ((int*)_runs.Address)[2 * target];

    public int Count(int target) => ((int*)_runs.Address)[(2 * target) + 1];

    /// <param name="kernel">The filter.</param>
    /// <param name="sourceLength">Pixels of the source along this axis.</param>
    /// <param name="origin">Where the target's first edge lies, in source coordinates.</param>
    /// <param name="extent">How much of the source the target covers, more than 0.</param>
    /// <param name="targetLength">Pixels of the target.</param>
    public static ResizeTable Build(ResizeKernel kernel, int sourceLength, double origin, double extent, int targetLength)
    {
        double scale = extent / targetLength;
        var filter = new ResizeFilter(kernel, scale);
        int reach = Math.Min(sourceLength, (int)Math.Ceiling(2 * filter.Radius) + 2);
        var table = new ResizeTable(targetLength, reach);
        double[] weights = System.Buffers.ArrayPool<double>.Shared.Rent(reach);
        table.MaxTaps = 0;
        for (int i = 0; i < targetLength; i++)
        {
            table.FillTarget(i, origin + ((i + 0.5) * scale), filter, sourceLength, weights);
        }

        System.Buffers.ArrayPool<double>.Shared.Return(weights);
        return table;
    }

    public void Dispose()
    {
        PixelPool.Return(_weights);
        PixelPool.Return(_runs);
    }

    private void FillTarget(int target, double centre, ResizeFilter filter, int sourceLength, double[] weights)
    {
        double last = sourceLength - 1;
        double from = Math.Floor(centre - filter.Radius);
        double to = Math.Floor(centre + filter.Radius);
        int start = (int)Math.Clamp(from, 0, last);
        int count = (int)Math.Clamp(to, 0, last) - start + 1;
        Array.Clear(weights, 0, count);
        double sum = 0;
        for (double j = from; j <= to; j++)
        {
            double weight = filter.Weight(j + 0.5 - centre);
            weights[(int)Math.Clamp(j, 0, last) - start] += weight;
            sum += weight;
        }

        int skip = 0;
        while (skip < count - 1 && Math.Abs(weights[skip]) < Negligible * sum)
        {
            skip++;
        }

        while (count - 1 > skip && Math.Abs(weights[count - 1]) < Negligible * sum)
        {
            count--;
        }

        Store(target, start + skip, weights.AsSpan(skip, count - skip), sum);
    }

    private void Store(int target, int start, ReadOnlySpan<double> weights, double sum)
    {
        float* row = Weights(target);
        for (int k = 0; k < PaddedTaps; k++)
        {
            row[k] = k < weights.Length ? (float)(weights[k] / sum) : 0f;
        }

        int* run = (int*)_runs.Address + (2 * target);
        run[0] = start;
        run[1] = weights.Length;
        First = Math.Min(First, start);
        End = Math.Max(End, start + weights.Length);
        MaxTaps = Math.Max(MaxTaps, weights.Length);
    }
}
