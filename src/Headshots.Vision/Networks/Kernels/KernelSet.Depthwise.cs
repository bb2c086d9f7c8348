using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>Depthwise convolution: channels side by side in registers, several output pixels per loaded weight.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    /// <summary>Kernel lines the row pointers are kept for.</summary>
    public const int MaximumKernelHeight = 16;

    public override void DepthwiseRow(in DepthwiseTask task, int y, float* target)
    {
        float** lines = stackalloc float*[MaximumKernelHeight];
        int top = (y * task.StrideY) - task.PadTop;
        for (int i = 0; i < task.KernelHeight; i++)
        {
            bool inside = (uint)(top + i) < (uint)task.Height;
            lines[i] = inside ? task.Source + ((long)(top + i) * task.Width * task.Stride) : task.Zeros;
        }

        // Columns whose whole window lies inside the image.
        int first = Math.Min((task.PadLeft + task.StrideX - 1) / task.StrideX, task.OutputWidth);
        int room = task.Width + task.PadLeft - task.KernelWidth;
        int last = room < 0 ? first : Math.Clamp((room / task.StrideX) + 1, first, task.OutputWidth);
        int x = 0;
        for (; x < first; x++)
        {
            DepthwiseEdge(task, lines, x, target + ((long)x * task.Stride));
        }

        for (; x + 4 <= last; x += 4)
        {
            DepthwiseFour(task, lines, (x * task.StrideX) - task.PadLeft, target + ((long)x * task.Stride));
        }

        for (; x < task.OutputWidth; x++)
        {
            DepthwiseEdge(task, lines, x, target + ((long)x * task.Stride));
        }
    }

    /// <summary>Four neighbouring output pixels whose windows lie inside the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DepthwiseFour(in DepthwiseTask task, float** lines, int left, float* target)
    {
        nint stride = task.Stride;
        nint step = (nint)task.StrideX * task.Stride;
        nint offset = (nint)left * task.Stride;
        for (int channel = 0; channel < task.Stride; channel += TLanes.Width)
        {
            float* weight = task.Weights + channel;
            TVector c0 = TLanes.Load(task.Bias + channel), c1 = c0, c2 = c0, c3 = c0;
            for (int i = 0; i < task.KernelHeight; i++)
            {
                float* source = lines[i] + offset + channel;
                for (int j = task.KernelWidth; j > 0; j--)
                {
                    TVector w = TLanes.Load(weight);
                    c0 = TLanes.MultiplyAdd(w, TLanes.Load(source), c0);
                    c1 = TLanes.MultiplyAdd(w, TLanes.Load(source + step), c1);
                    c2 = TLanes.MultiplyAdd(w, TLanes.Load(source + (2 * step)), c2);
                    c3 = TLanes.MultiplyAdd(w, TLanes.Load(source + (3 * step)), c3);
                    weight += stride;
                    source += stride;
                }
            }

            float* slopes = task.Slopes + channel;
            TLanes.Store(Activate(c0, task.Activation, slopes), target + channel);
            TLanes.Store(Activate(c1, task.Activation, slopes), target + channel + stride);
            TLanes.Store(Activate(c2, task.Activation, slopes), target + channel + (2 * stride));
            TLanes.Store(Activate(c3, task.Activation, slopes), target + channel + (3 * stride));
        }
    }

    /// <summary>One output pixel, skipping kernel columns outside the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DepthwiseEdge(in DepthwiseTask task, float** lines, int x, float* target)
    {
        int left = (x * task.StrideX) - task.PadLeft;
        int from = Math.Max(0, -left);
        int to = Math.Min(task.KernelWidth, task.Width - left);
        nint stride = task.Stride;
        for (int channel = 0; channel < task.Stride; channel += TLanes.Width)
        {
            TVector c = TLanes.Load(task.Bias + channel);
            for (int i = 0; i < task.KernelHeight; i++)
            {
                float* weight = task.Weights + (((nint)i * task.KernelWidth) + from) * stride + channel;
                float* source = lines[i] + ((nint)(left + from) * stride) + channel;
                for (int j = from; j < to; j++)
                {
                    c = TLanes.MultiplyAdd(TLanes.Load(weight), TLanes.Load(source), c);
                    weight += stride;
                    source += stride;
                }
            }

            TLanes.Store(Activate(c, task.Activation, task.Slopes + channel), target + channel);
        }
    }
}
