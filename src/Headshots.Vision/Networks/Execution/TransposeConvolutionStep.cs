using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>
/// Transposed convolution with bias: each input line times the weights gives, for each input pixel, the window it
/// spreads over the output; the windows are added up where they lie.
/// </summary>
/// <param name="label">How timings and messages call it.</param>
/// <param name="shape">Height and width are the input's; the window slides over the output.</param>
/// <param name="source">The input image.</param>
/// <param name="windows">One input line of windows.</param>
/// <param name="target">The output image, dense.</param>
/// <param name="weights">A column for each window position and output channel, without bias.</param>
/// <param name="bias">A value per output channel.</param>
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
        float* output = target.At(arena);
        FillBias(new Span<float>(output, target.Length));
        for (int y = 0; y < shape.Height; y++, task.A += (nint)shape.Width * source.Stride)
        {
            kernels.Multiply(task);
            int top = (y * shape.StrideY) - shape.PadTop;
            for (int i = Math.Max(0, -top); i < Math.Min(shape.KernelHeight, shape.OutputHeight - top); i++)
            {
                Spread(task.C, i, output + ((nint)(top + i) * shape.OutputWidth * bias.Length));
            }
        }
    }

    private void FillBias(Span<float> output)
    {
        if (bias.Length == 1)
        {
            output.Fill(bias[0]);
            return;
        }

        for (int i = 0; i < output.Length; i += bias.Length)
        {
            bias.CopyTo(output[i..]);
        }
    }

    /// <summary>Adds line <paramref name="i"/> of all windows to one output line.</summary>
    private void Spread(float* lines, int i, float* output)
    {
        int channels = bias.Length;
        for (int x = 0; x < shape.Width; x++)
        {
            int left = (x * shape.StrideX) - shape.PadLeft;
            int from = Math.Max(0, -left), to = Math.Min(shape.KernelWidth, shape.OutputWidth - left);
            float* window = lines + ((nint)x * windows.Stride) + (i * shape.KernelWidth * channels);
            float* pixel = output + ((nint)left * channels);
            for (int k = from * channels; k < to * channels; k++)
            {
                pixel[k] += window[k];
            }
        }
    }
}
