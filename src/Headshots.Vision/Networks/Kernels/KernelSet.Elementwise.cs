using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>What is done value by value. Lengths are rounded up to whole registers; every buffer has room for that.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector> : KernelSet
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public override int Width => TLanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(float* a, float* b, int period, float* target, int length, Activation activation)
    {
        for (int start = 0; start < length; start += period)
        {
            int end = Math.Min(period, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TVector sum = TLanes.Add(TLanes.Load(a + start + i), TLanes.Load(b + i));
                TLanes.Store(Activate(sum, activation, null), target + start + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(float* a, float* b, int period, float* target, int length, Activation activation)
    {
        for (int start = 0; start < length; start += period)
        {
            int end = Math.Min(period, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TVector product = TLanes.Multiply(TLanes.Load(a + start + i), TLanes.Load(b + i));
                TLanes.Store(Activate(product, activation, null), target + start + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Activate(float* source, float* slopes, int stride, float* target, int length, Activation activation)
    {
        for (int start = 0; start < length; start += stride)
        {
            int end = Math.Min(stride, length - start);
            for (int i = 0; i < end; i += TLanes.Width)
            {
                TLanes.Store(Activate(TLanes.Load(source + start + i), activation, slopes + i), target + start + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Activate(TVector value, Activation activation, float* slopes)
    {
        switch (activation)
        {
            case Activation.Relu:
                return TLanes.Max(value, TLanes.Fill(0));
            case Activation.Prelu:
                TVector zero = TLanes.Fill(0);
                return TLanes.MultiplyAdd(TLanes.Min(value, zero), TLanes.Load(slopes), TLanes.Max(value, zero));
            case Activation.None:
                return value;
            default:
                return ActivateRarely(value, activation);
        }
    }

    /// <summary>Kept out of the tiles: code that seldom runs would crowd their registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TVector ActivateRarely(TVector value, Activation activation)
    {
        TVector zero = TLanes.Fill(0), six = TLanes.Fill(6);
        switch (activation)
        {
            case Activation.Relu6:
                return TLanes.Min(TLanes.Max(value, zero), six);
            case Activation.HardSwish:
                TVector gate = TLanes.Min(TLanes.Max(TLanes.Add(value, TLanes.Fill(3)), zero), six);
                return TLanes.Multiply(TLanes.Multiply(value, gate), TLanes.Fill(1f / 6));
            default:
                TVector one = TLanes.Fill(1);
                return TLanes.Divide(one, TLanes.Add(one, TLanes.Exp(TLanes.Multiply(value, TLanes.Fill(-1)))));
        }
    }
}
