using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>Depthwise convolution: channels side by side in registers, four output pixels per loaded weight.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    private const int MaximumKernelHeight = 16;

    public override void DepthwiseRow(in DepthwiseTask task, int y, float* target)
    {
        switch (task.Activation)
        {
            case Activation.None:
                DepthwiseLine<Identity>(task, y, target);
                break;
            case Activation.Relu:
                DepthwiseLine<Relu>(task, y, target);
                break;
            case Activation.Relu6:
                DepthwiseLine<Relu6>(task, y, target);
                break;
            case Activation.Prelu:
                DepthwiseLine<Prelu>(task, y, target);
                break;
            case Activation.HardSwish:
                DepthwiseLine<HardSwish>(task, y, target);
                break;
            default:
                DepthwiseLine<Logistic>(task, y, target);
                break;
        }
    }

    private static void DepthwiseLine<TActivation>(in DepthwiseTask task, int y, float* target)
        where TActivation : struct, IActivation
    {
        float** lines = stackalloc float*[MaximumKernelHeight];
        int top = (y * task.StrideY) - task.PadTop;
        for (int i = 0; i < task.KernelHeight; i++)
        {
            bool inside = (uint)(top + i) < (uint)task.Height;
            lines[i] = inside ? task.Source + ((nint)(top + i) * task.Width * task.Stride) : task.Zeros;
        }

        // Columns whose whole window lies inside the image.
        int first = Math.Min((task.PadLeft + task.StrideX - 1) / task.StrideX, task.OutputWidth);
        int room = task.Width + task.PadLeft - task.KernelWidth;
        int last = room < 0 ? first : Math.Clamp((room / task.StrideX) + 1, first, task.OutputWidth);
        for (int x = 0; x < first; x++)
        {
            DepthwiseEdge<TActivation>(task, lines, x, target + ((nint)x * task.Stride));
        }

        if (last - first >= 4)
        {
            bool common = task is { KernelHeight: 3, KernelWidth: 3, StrideX: 1 };
            for (int next = first; next < last; next += 4)
            {
                // The last four may overlap those before.
                int x = Math.Min(next, last - 4);
                nint left = (((nint)x * task.StrideX) - task.PadLeft) * task.Stride;
                if (common)
                {
                    DepthwiseFour3<TActivation>(task, lines[0] + left, lines[1] + left, lines[2] + left, target + ((nint)x * task.Stride));
                }
                else
                {
                    DepthwiseFour<TActivation>(task, lines, left, target + ((nint)x * task.Stride));
                }
            }
        }
        else
        {
            last = first;
        }

        for (int x = last; x < task.OutputWidth; x++)
        {
            DepthwiseEdge<TActivation>(task, lines, x, target + ((nint)x * task.Stride));
        }
    }

    /// <summary>3×3, stride 1: six input columns serve four output pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DepthwiseFour3<TActivation>(in DepthwiseTask task, float* line0, float* line1, float* line2, float* target)
        where TActivation : struct, IActivation
    {
        nint stride = task.Stride;
        nint count = stride;
        float* weight = task.Weights;
        float* bias = task.Bias;
        float* slopes = task.Slopes;
        nint to1 = (nint)(line1 - line0), to2 = (nint)(line2 - line0);
        float* source = line0;
        for (; count > 0; count -= TLanes.Width)
        {
            TVector c0 = TLanes.Load(bias), c1 = c0, c2 = c0, c3 = c0;
            float* line = source;
            float* w = weight;
            for (int i = 0; i < 3; i++)
            {
                TVector w0 = TLanes.Load(w), w1 = TLanes.Load(w + stride), w2 = TLanes.Load(w + (2 * stride));
                float* later = line + (3 * stride);
                TVector value = TLanes.Load(line);
                c0 = TLanes.MultiplyAdd(value, w0, c0);
                value = TLanes.Load(line + stride);
                c0 = TLanes.MultiplyAdd(value, w1, c0);
                c1 = TLanes.MultiplyAdd(value, w0, c1);
                value = TLanes.Load(line + (2 * stride));
                c0 = TLanes.MultiplyAdd(value, w2, c0);
                c1 = TLanes.MultiplyAdd(value, w1, c1);
                c2 = TLanes.MultiplyAdd(value, w0, c2);
                value = TLanes.Load(later);
                c1 = TLanes.MultiplyAdd(value, w2, c1);
                c2 = TLanes.MultiplyAdd(value, w1, c2);
                c3 = TLanes.MultiplyAdd(value, w0, c3);
                value = TLanes.Load(later + stride);
                c2 = TLanes.MultiplyAdd(value, w2, c2);
                c3 = TLanes.MultiplyAdd(value, w1, c3);
                c3 = TLanes.MultiplyAdd(TLanes.Load(later + (2 * stride)), w2, c3);
                w += 3 * stride;
                line = source + (i == 0 ? to1 : to2);
            }

            TLanes.Store(TActivation.Apply<TLanes, TVector>(c0, slopes), target);
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c1, slopes), target + stride);
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c2, slopes), target + (2 * stride));
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c3, slopes), target + (3 * stride));
            source += TLanes.Width;
            weight += TLanes.Width;
            bias += TLanes.Width;
            slopes += TLanes.Width;
            target += TLanes.Width;
        }
    }

    /// <summary>Four neighbouring output pixels whose windows lie inside the image, any window and stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DepthwiseFour<TActivation>(in DepthwiseTask task, float** lines, nint left, float* target)
        where TActivation : struct, IActivation
    {
        nint stride = task.Stride;
        nint step = task.StrideX * stride;
        nint step3 = 3 * step;
        int kernelWidth = task.KernelWidth;
        float** end = lines + task.KernelHeight;
        for (nint channel = 0; channel < stride; channel += TLanes.Width)
        {
            float* weight = task.Weights + channel;
            TVector c0 = TLanes.Load(task.Bias + channel), c1 = c0, c2 = c0, c3 = c0;
            for (float** line = lines; line < end; line++)
            {
                float* source = *line + left + channel;
                int j = kernelWidth;
                do
                {
                    TVector w = TLanes.Load(weight);
                    c0 = TLanes.MultiplyAdd(w, TLanes.Load(source), c0);
                    c1 = TLanes.MultiplyAdd(w, TLanes.Load(source + step), c1);
                    c2 = TLanes.MultiplyAdd(w, TLanes.Load(source + (2 * step)), c2);
                    c3 = TLanes.MultiplyAdd(w, TLanes.Load(source + step3), c3);
                    weight += stride;
                    source += stride;
                }
                while (--j > 0);
            }

            float* slopes = task.Slopes + channel;
            float* pixel = target + channel;
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c0, slopes), pixel);
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c1, slopes), pixel + stride);
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c2, slopes), pixel + (2 * stride));
            TLanes.Store(TActivation.Apply<TLanes, TVector>(c3, slopes), pixel + (3 * stride));
        }
    }

    /// <summary>One output pixel, skipping kernel columns outside the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DepthwiseEdge<TActivation>(in DepthwiseTask task, float** lines, int x, float* target)
        where TActivation : struct, IActivation
    {
        int left = (x * task.StrideX) - task.PadLeft;
        int from = Math.Max(0, -left);
        int to = Math.Min(task.KernelWidth, task.Width - left);
        nint stride = task.Stride;
        for (nint channel = 0; channel < stride; channel += TLanes.Width)
        {
            TVector c = TLanes.Load(task.Bias + channel);
            for (int i = 0; i < task.KernelHeight; i++)
            {
                float* weight = task.Weights + ((((nint)i * task.KernelWidth) + from) * stride) + channel;
                float* source = lines[i] + ((left + from) * stride) + channel;
                for (int j = from; j < to; j++)
                {
                    c = TLanes.MultiplyAdd(TLanes.Load(weight), TLanes.Load(source), c);
                    weight += stride;
                    source += stride;
                }
            }

            TLanes.Store(TActivation.Apply<TLanes, TVector>(c, task.Slopes + channel), target + channel);
        }
    }
}
