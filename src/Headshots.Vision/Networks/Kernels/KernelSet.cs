using System.Runtime.Intrinsics;

namespace Headshots.Vision.Networks.Kernels;

/// <summary>
/// The inner loops for one register width. Activations lie in memory as rows of channels (NHWC), each row as long as
/// its stride; where a stride is longer than the channel count, the lanes between are zero and stay zero.
/// </summary>
internal abstract unsafe class KernelSet
{
    /// <summary>Floats per register; strides of padded tensors are multiples of it.</summary>
    public abstract int Width { get; }

    /// <summary>Columns that the matrix kernel computes side by side; weights are packed in panels of this many.</summary>
    public int PanelWidth => 2 * Width;

    public static KernelSet For(SimdPath path) => path switch
    {
        SimdPath.Scalar => new KernelSet<Lanes1, float>(),
        SimdPath.Lanes4 => new KernelSet<Lanes4, Vector128<float>>(),
        SimdPath.Lanes8 => new KernelSet<Lanes8, Vector256<float>>(),
        SimdPath.Lanes16 => new KernelSet<Lanes16, Vector512<float>>(),
        _ => For(Best()),
    };

    /// <summary>The widest path this machine runs in hardware.</summary>
    public static SimdPath Best() =>
        Vector512.IsHardwareAccelerated ? SimdPath.Lanes16
        : Vector256.IsHardwareAccelerated ? SimdPath.Lanes8
        : Vector128.IsHardwareAccelerated ? SimdPath.Lanes4
        : SimdPath.Scalar;

    /// <summary>Rows × K by K × Columns, with bias, residual and activation.</summary>
    public abstract void Multiply(in MatrixTask task);

    /// <summary>One output row of a depthwise convolution.</summary>
    public abstract void DepthwiseRow(in DepthwiseTask task, int y, float* target);

    public abstract void MaxPool(in PoolTask task);

    public abstract void AveragePool(in PoolTask task);

    /// <summary>target = a + b over whole tensors; b repeats every <paramref name="period"/> floats.</summary>
    public abstract void Add(float* a, float* b, int period, float* target, int length);

    /// <summary>target = a·b over whole tensors; b repeats every <paramref name="period"/> floats.</summary>
    public abstract void Multiply(float* a, float* b, int period, float* target, int length);

    /// <summary>target = a·b + c over whole tensors; b repeats every <paramref name="period"/> floats.</summary>
    public abstract void MultiplyAdd(float* a, float* b, int period, float* c, float* target, int length);

    /// <summary>Applies an activation to rows of channels; slopes are read for Prelu only.</summary>
    public abstract void Activate(float* source, float* slopes, int stride, float* target, int length, Activation activation);

    public abstract void ResizeBilinear(in ResizeTask task);

    public abstract void TransformBilinear(in TransformTask task);
}

/// <summary>The register widths there are, for tests to choose from.</summary>
internal enum SimdPath
{
    Auto,
    Scalar,
    Lanes4,
    Lanes8,
    Lanes16,
}
