using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>What is done value by value. Lengths are rounded up to whole registers; every buffer has room for that.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector> : KernelSet
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public override int Width => TLanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(float* a, float* b, int period, float* target, int length)
    {
        for (int start = 0; start < length; start += period)
        {
            int end = Math.Min(period, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TLanes.Store(TLanes.Add(TLanes.Load(a + start + i), TLanes.Load(b + i)), target + start + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(float* a, float* b, int period, float* target, int length)
    {
        for (int start = 0; start < length; start += period)
        {
            int end = Math.Min(period, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TLanes.Store(TLanes.Multiply(TLanes.Load(a + start + i), TLanes.Load(b + i)), target + start + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void MultiplyAdd(float* a, float* b, int period, float* c, float* target, int length)
    {
        for (int start = 0; start < length; start += period)
        {
            int end = Math.Min(period, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TVector sum = TLanes.MultiplyAdd(TLanes.Load(a + start + i), TLanes.Load(b + i), TLanes.Load(c + start + i));
                TLanes.Store(sum, target + start + i);
            }
        }
    }

    public override void Activate(float* source, float* slopes, int stride, float* target, int length, Activation activation)
    {
        switch (activation)
        {
            case Activation.None:
                Apply<Identity>(source, slopes, stride, target, length);
                break;
            case Activation.Relu:
                Apply<Relu>(source, slopes, stride, target, length);
                break;
            case Activation.Relu6:
                Apply<Relu6>(source, slopes, stride, target, length);
                break;
            case Activation.Prelu:
                Apply<Prelu>(source, slopes, stride, target, length);
                break;
            case Activation.HardSwish:
                Apply<HardSwish>(source, slopes, stride, target, length);
                break;
            default:
                Apply<Logistic>(source, slopes, stride, target, length);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<TActivation>(float* source, float* slopes, int stride, float* target, int length)
        where TActivation : struct, IActivation
    {
        for (int start = 0; start < length; start += stride)
        {
            int end = Math.Min(stride, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TLanes.Store(TActivation.Apply<TLanes, TVector>(TLanes.Load(source + start + i), slopes + i), target + start + i);
            }
        }
    }
}
