using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>Weights of a depthwise convolution: kernel positions × stride, and what happens to its result.</summary>
internal sealed record DepthwiseWeights(Operand Kernel, Operand Bias, Operand Zeros, Activation Activation, Operand? Slopes)
{
    public unsafe DepthwiseTask Task(float* arena, WindowGeometry shape, Operand source) => new()
    {
        Source = source.At(arena),
        Height = shape.Height,
        Width = shape.Width,
        Stride = source.Stride,
        OutputWidth = shape.OutputWidth,
        KernelHeight = shape.KernelHeight,
        KernelWidth = shape.KernelWidth,
        StrideX = shape.StrideX,
        StrideY = shape.StrideY,
        PadLeft = shape.PadLeft,
        PadTop = shape.PadTop,
        Weights = Kernel.At(arena),
        Bias = Bias.At(arena),
        Zeros = Zeros.At(arena),
        Activation = Activation,
        Slopes = Slopes is null ? null : Slopes.At(arena),
    };
}

/// <summary>A depthwise convolution by itself.</summary>
internal sealed unsafe class DepthwiseStep(string label, WindowGeometry shape, Operand source, Operand target, DepthwiseWeights weights)
    : Step(label, source, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        DepthwiseTask task = weights.Task(arena, shape, source);
        float* line = target.At(arena);
        for (int y = 0; y < shape.OutputHeight; y++, line += shape.OutputWidth * target.Stride)
        {
            kernels.DepthwiseRow(task, y, line);
        }
    }
}

/// <summary>
/// A depthwise convolution whose result goes only into a pointwise one: a few lines at a time, so that what lies
/// between the two never leaves the first-level cache.
/// </summary>
internal sealed unsafe class SeparableStep(
    string label,
    WindowGeometry shape,
    Operand source,
    Operand strip,
    Operand? residual,
    Operand target,
    DepthwiseWeights depthwise,
    ConvolutionWeights pointwise)
    : Step(label, residual is null ? [source, strip, target] : [source, strip, residual, target])
{
    /// <summary>Pixels per strip: enough to spread the loading of the weights, few enough to stay in the cache.</summary>
    private const int StripPixels = 96;

    public static int StripLines(WindowGeometry shape) => Math.Clamp(StripPixels / shape.OutputWidth, 1, shape.OutputHeight);

    public override void Run(float* arena, KernelSet kernels)
    {
        DepthwiseTask first = depthwise.Task(arena, shape, source);
        MatrixTask second = pointwise.Task(arena);
        float* lines = strip.At(arena);
        second.A = lines;
        second.AStride = source.Stride;
        second.Depth = source.Channels;
        second.CStride = target.Stride;
        second.C = target.At(arena);
        if (residual is not null)
        {
            second.Residual = residual.At(arena);
            second.ResidualStride = residual.Stride;
            second.ResidualColumns = residual.Stride;
        }

        int height = StripLines(shape);
        for (int top = 0; top < shape.OutputHeight; top += height)
        {
            int count = Math.Min(height, shape.OutputHeight - top);
            for (int y = 0; y < count; y++)
            {
                kernels.DepthwiseRow(first, top + y, lines + ((long)y * shape.OutputWidth * source.Stride));
            }

            second.Rows = count * shape.OutputWidth;
            kernels.Multiply(second);
            second.C += (long)second.Rows * second.CStride;
            second.Residual += (long)second.Rows * second.ResidualStride;
        }
    }
}
