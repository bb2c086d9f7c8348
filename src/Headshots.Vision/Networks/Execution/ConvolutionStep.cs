using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>Packed weights of a convolution and what happens to its result.</summary>
internal sealed record ConvolutionWeights(Operand Panels, Operand Bias, int Columns, Activation Activation, Operand? Slopes)
{
    /// <summary>A matrix task with the weights filled in; source, target and row count are the caller's.</summary>
    public unsafe MatrixTask Task(float* arena) => new()
    {
        B = Panels.At(arena),
        Bias = Bias.At(arena),
        Columns = Columns,
        Activation = Activation,
        Slopes = Slopes is null ? null : Slopes.At(arena),
        Segments = 1,
    };
}

/// <summary>Convolution with a 1×1 window: one matrix product over all pixels.</summary>
internal sealed unsafe class PointwiseStep(string label, Operand source, Operand? residual, Operand target, ConvolutionWeights weights)
    : Step(label, residual is null ? [source, target] : [source, residual, target])
{
    public override void Run(float* arena, KernelSet kernels)
    {
        MatrixTask task = weights.Task(arena);
        task.A = source.At(arena);
        task.AStride = source.Stride;
        task.Depth = source.Channels;
        task.C = target.At(arena);
        task.CStride = target.Stride;
        task.Rows = source.Rows;
        if (residual is not null)
        {
            task.Residual = residual.At(arena);
            task.ResidualStride = residual.Stride;
            task.ResidualColumns = residual.Stride;
        }

        kernels.Multiply(task);
    }
}

/// <summary>
/// Convolution with any window. The image is copied once into a frame of zeros (where it has no border and its rows are
/// dense, it is used as it lies); after that every output line is a matrix product with a sliding left side.
/// </summary>
internal sealed unsafe class WindowStep(
    string label, WindowGeometry shape, Operand source, Operand? frame, Operand? residual, Operand target, ConvolutionWeights weights)
    : Step(label, [source, target, .. (Operand[])(frame is null ? [] : [frame]), .. (Operand[])(residual is null ? [] : [residual])])
{
    public override void Run(float* arena, KernelSet kernels)
    {
        int channels = source.Channels;
        int line = shape.FrameWidth * channels;
        float* image = source.At(arena);
        if (frame is not null)
        {
            image = frame.At(arena);
            Frame(source.At(arena), image);
        }

        MatrixTask task = weights.Task(arena);
        task.AStride = shape.StrideX * channels;
        task.Segments = shape.KernelHeight;
        task.SegmentStride = line;
        task.Depth = shape.KernelWidth * channels;
        task.CStride = target.Stride;
        task.Rows = shape.OutputWidth;
        for (int y = 0; y < shape.OutputHeight; y++)
        {
            task.A = image + ((long)y * shape.StrideY * line);
            task.C = target.At(arena) + ((long)y * shape.OutputWidth * target.Stride);
            if (residual is not null)
            {
                task.Residual = residual.At(arena) + ((long)y * shape.OutputWidth * residual.Stride);
                task.ResidualStride = residual.Stride;
                task.ResidualColumns = residual.Stride;
            }

            kernels.Multiply(task);
        }
    }

    private void Frame(float* from, float* to)
    {
        int channels = source.Channels;
        var all = new Span<float>(to, shape.FrameHeight * shape.FrameWidth * channels);
        all.Clear();
        for (int y = 0; y < Math.Min(shape.Height, shape.FrameHeight - shape.PadTop); y++)
        {
            int width = Math.Min(shape.Width, shape.FrameWidth - shape.PadLeft);
            Span<float> row = all.Slice((((y + shape.PadTop) * shape.FrameWidth) + shape.PadLeft) * channels, width * channels);
            float* line = from + ((long)y * shape.Width * source.Stride);
            if (source.Stride == channels)
            {
                new ReadOnlySpan<float>(line, row.Length).CopyTo(row);
                continue;
            }

            for (int x = 0; x < width; x++)
            {
                new ReadOnlySpan<float>(line + ((long)x * source.Stride), channels).CopyTo(row[(x * channels)..]);
            }
        }
    }
}

/// <summary>Sizes of a sliding window over an image, in pixels.</summary>
internal sealed record WindowGeometry(
    int Height, int Width, int OutputHeight, int OutputWidth,
    int KernelHeight, int KernelWidth, int StrideY, int StrideX, int PadTop, int PadLeft)
{
    /// <summary>Lines that the windows reach over.</summary>
    public int FrameHeight => ((OutputHeight - 1) * StrideY) + KernelHeight;

    public int FrameWidth => ((OutputWidth - 1) * StrideX) + KernelWidth;

    /// <summary>True where no window leaves the image and the lines need no copying.</summary>
    public bool FitsLines => PadTop == 0 && PadLeft == 0 && FrameHeight <= Height && FrameWidth == Width;
}
