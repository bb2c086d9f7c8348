using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>Pooling and bilinear sampling.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void MaxPool(in PoolTask task)
    {
        float* target = task.Target;
        for (int y = 0; y < task.OutputHeight; y++)
        {
            (int top, int bottom) = Window(y, task.StrideY, task.PadTop, task.WindowHeight, task.Height);
            for (int x = 0; x < task.OutputWidth; x++, target += task.Stride)
            {
                (int left, int right) = Window(x, task.StrideX, task.PadLeft, task.WindowWidth, task.Width);
                for (int channel = 0; channel < task.Stride; channel += TLanes.Width)
                {
                    TVector largest = TLanes.Fill(float.NegativeInfinity);
                    for (int i = top; i < bottom; i++)
                    {
                        float* source = task.Source + ((((long)i * task.Width) + left) * task.Stride) + channel;
                        for (int j = left; j < right; j++, source += task.Stride)
                        {
                            largest = TLanes.Max(largest, TLanes.Load(source));
                        }
                    }

                    TLanes.Store(largest, target + channel);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AveragePool(in PoolTask task)
    {
        float* target = task.Target;
        for (int y = 0; y < task.OutputHeight; y++)
        {
            (int top, int bottom) = Window(y, task.StrideY, task.PadTop, task.WindowHeight, task.Height);
            for (int x = 0; x < task.OutputWidth; x++, target += task.Stride)
            {
                (int left, int right) = Window(x, task.StrideX, task.PadLeft, task.WindowWidth, task.Width);
                TVector scale = TLanes.Fill(1f / ((bottom - top) * (right - left)));
                for (int channel = 0; channel < task.Stride; channel += TLanes.Width)
                {
                    TVector sum = TLanes.Fill(0);
                    for (int i = top; i < bottom; i++)
                    {
                        // A sum for each line first: long sums of floats lose digits.
                        TVector line = TLanes.Fill(0);
                        float* source = task.Source + ((((long)i * task.Width) + left) * task.Stride) + channel;
                        for (int j = left; j < right; j++, source += task.Stride)
                        {
                            line = TLanes.Add(line, TLanes.Load(source));
                        }

                        sum = TLanes.Add(sum, line);
                    }

                    TLanes.Store(TLanes.Multiply(sum, scale), target + channel);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ResizeBilinear(in ResizeTask task)
    {
        float* target = task.Target;
        nint line = (nint)task.Width * task.Stride;
        for (int y = 0; y < task.OutputHeight; y++)
        {
            float* upper = task.Source + (task.Rows.First[y] * line);
            float* lower = task.Source + (task.Rows.Second[y] * line);
            TVector down = TLanes.Fill(task.Rows.Fraction[y]), up = TLanes.Fill(1 - task.Rows.Fraction[y]);
            for (int x = 0; x < task.OutputWidth; x++, target += task.Stride)
            {
                nint left = (nint)task.Columns.First[x] * task.Stride;
                nint right = (nint)task.Columns.Second[x] * task.Stride;
                TVector across = TLanes.Fill(task.Columns.Fraction[x]), back = TLanes.Fill(1 - task.Columns.Fraction[x]);
                for (int channel = 0; channel < task.Stride; channel += TLanes.Width)
                {
                    TVector l = TLanes.MultiplyAdd(TLanes.Load(lower + left + channel), down, TLanes.Multiply(TLanes.Load(upper + left + channel), up));
                    TVector r = TLanes.MultiplyAdd(TLanes.Load(lower + right + channel), down, TLanes.Multiply(TLanes.Load(upper + right + channel), up));
                    TLanes.Store(TLanes.MultiplyAdd(r, across, TLanes.Multiply(l, back)), target + channel);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void TransformBilinear(in TransformTask task)
    {
        float* m = task.Matrix;
        // The matrix speaks of pixel corners; half a pixel in and out makes it speak of centres.
        float shiftX = m[3] + (0.5f * (m[0] + m[1])) - 0.5f;
        float shiftY = m[7] + (0.5f * (m[4] + m[5])) - 0.5f;
        float* target = task.Target;
        for (int y = 0; y < task.OutputHeight; y++)
        {
            for (int x = 0; x < task.OutputWidth; x++, target += task.Stride)
            {
                float sampleX = (m[0] * x) + (m[1] * y) + shiftX;
                float sampleY = (m[4] * x) + (m[5] * y) + shiftY;
                if (sampleX >= 0 && sampleX <= task.Width - 1 && sampleY >= 0 && sampleY <= task.Height - 1)
                {
                    Sample(task, sampleX, sampleY, target);
                }
                else
                {
                    new Span<float>(target, task.Stride).Clear();
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sample(in TransformTask task, float x, float y, float* target)
    {
        int left = (int)x, top = (int)y;
        nint right = left + 1 < task.Width ? task.Stride : 0;
        nint below = top + 1 < task.Height ? (nint)task.Width * task.Stride : 0;
        float* source = task.Source + ((((long)top * task.Width) + left) * task.Stride);
        TVector across = TLanes.Fill(x - left), back = TLanes.Fill(1 - (x - left));
        TVector down = TLanes.Fill(y - top), up = TLanes.Fill(1 - (y - top));
        for (int channel = 0; channel < task.Stride; channel += TLanes.Width, source += TLanes.Width)
        {
            TVector upper = TLanes.MultiplyAdd(TLanes.Load(source + right), across, TLanes.Multiply(TLanes.Load(source), back));
            TVector lower = TLanes.MultiplyAdd(TLanes.Load(source + below + right), across, TLanes.Multiply(TLanes.Load(source + below), back));
            TLanes.Store(TLanes.MultiplyAdd(lower, down, TLanes.Multiply(upper, up)), target + channel);
        }
    }

    /// <summary>Input positions of a window that lie inside the image.</summary>
    private static (int From, int To) Window(int output, int stride, int pad, int window, int size)
    {
        int from = (output * stride) - pad;
        return (Math.Max(from, 0), Math.Min(from + window, size));
    }
}
