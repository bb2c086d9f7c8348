using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>Largest or average value in a sliding window.</summary>
internal sealed unsafe class PoolStep(string label, WindowGeometry shape, Operand source, Operand target, bool average, Activation activation)
    : Step(label, source, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        var task = new PoolTask
        {
            Source = source.At(arena),
            Target = target.At(arena),
            Height = shape.Height,
            Width = shape.Width,
            Stride = source.Stride,
            OutputHeight = shape.OutputHeight,
            OutputWidth = shape.OutputWidth,
            WindowHeight = shape.KernelHeight,
            WindowWidth = shape.KernelWidth,
            StrideX = shape.StrideX,
            StrideY = shape.StrideY,
            PadLeft = shape.PadLeft,
            PadTop = shape.PadTop,
        };
        if (average)
        {
            kernels.AveragePool(task);
        }
        else
        {
            kernels.MaxPool(task);
        }

        if (activation != Activation.None)
        {
            kernels.Activate(task.Target, null, target.Length, task.Target, target.Length, activation);
        }
    }
}

/// <summary>Bilinear resize.</summary>
internal sealed unsafe class ResizeStep(string label, int width, Operand source, Operand target, ResizeAxis rows, ResizeAxis columns)
    : Step(label, source, target)
{
    public override void Run(float* arena, KernelSet kernels) => kernels.ResizeBilinear(new ResizeTask
    {
        Source = source.At(arena),
        Target = target.At(arena),
        Width = width,
        Stride = source.Stride,
        OutputHeight = rows.First.Length,
        OutputWidth = columns.First.Length,
        Rows = rows,
        Columns = columns,
    });
}

/// <summary>Crop of an image under an affine matrix computed in the same run.</summary>
internal sealed unsafe class TransformStep(
    string label, int height, int width, int outputHeight, int outputWidth, Operand source, Operand matrix, Operand target)
    : Step(label, source, matrix, target)
{
    public override void Run(float* arena, KernelSet kernels) => kernels.TransformBilinear(new TransformTask
    {
        Source = source.At(arena),
        Matrix = matrix.At(arena),
        Target = target.At(arena),
        Height = height,
        Width = width,
        Stride = source.Stride,
        OutputHeight = outputHeight,
        OutputWidth = outputWidth,
    });
}
