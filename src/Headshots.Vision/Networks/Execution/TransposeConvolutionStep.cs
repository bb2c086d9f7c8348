using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>
/// Transposed convolution with bias: each input line times the weights gives, for each input pixel, the window it
/// spreads over the output; the windows are added up where they lie.
/// </summary>
internal sealed unsafe class TransposeConvolutionStep(
    string label, WindowGeometry shape, Operand source, Operand windows, Operand target, ConvolutionWeights weights, float[] bias)
    : Step(label, source, windows, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        MatrixTask task = weights.Task(arena);
        task.A = source.At(arena);
        task.AStride = source.Stride;
        task.Depth = source.Channels;
        task.C = windows.At(arena);
        task.CStride = windows.Stride;
        task.Rows = shape.Width;
        var output = new Span<float>(target.At(arena), target.Length);
        for (int i = 0; i < output.Length; i += bias.Length)
        {
            bias.CopyTo(output[i..]);
        }

        for (int y = 0; y < shape.Height; y++, task.A += shape.Width * source.Stride)
        {
            kernels.Multiply(task);
            for (int x = 0; x < shape.Width; x++)
            {
                Spread(task.C + (x * windows.Stride), (y * shape.StrideY) - shape.PadTop, (x * shape.StrideX) - shape.PadLeft, output);
            }
        }
    }

    private void Spread(float* window, int top, int left, Span<float> output)
    {
        int channels = bias.Length;
        for (int i = 0; i < shape.KernelHeight; i++)
        {
            for (int j = 0; j < shape.KernelWidth; j++, window += channels)
            {
                int y = top + i, x = left + j;
                if ((uint)y >= (uint)shape.OutputHeight || (uint)x >= (uint)shape.OutputWidth)
                {
                    continue;
                }

                Span<float> pixel = output.Slice(((y * shape.OutputWidth) + x) * channels, channels);
                for (int c = 0; c < channels; c++)
                {
                    pixel[c] += window[c];
                }
            }
        }
    }
}
