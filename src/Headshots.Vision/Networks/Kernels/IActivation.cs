using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <summary>
/// An activation as a type, so that the JIT compiles a kernel for each one used: a branch or a call at the end of a
/// kernel would make it keep its accumulators in memory.
/// </summary>
internal unsafe interface IActivation
{
    /// <param name="value">Before the activation.</param>
    /// <param name="slopes">Of these channels; only Prelu reads them.</param>
    static abstract TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged;
}

internal readonly unsafe struct Identity : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged => value;
}

internal readonly unsafe struct Relu : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged => TLanes.Max(value, TLanes.Fill(0));
}

internal readonly unsafe struct Relu6 : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged => TLanes.Min(TLanes.Max(value, TLanes.Fill(0)), TLanes.Fill(6));
}

internal readonly unsafe struct Prelu : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        TVector zero = TLanes.Fill(0);
        return TLanes.MultiplyAdd(TLanes.Min(value, zero), TLanes.Load(slopes), TLanes.Max(value, zero));
    }
}

internal readonly unsafe struct HardSwish : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        // x·min(max(x/6 + 1/2, 0), 1)
        TVector gate = TLanes.MultiplyAdd(value, TLanes.Fill(1f / 6), TLanes.Fill(0.5f));
        return TLanes.Multiply(value, TLanes.Min(TLanes.Max(gate, TLanes.Fill(0)), TLanes.Fill(1)));
    }
}

internal readonly unsafe struct Logistic : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TLanes, TVector>(TVector value, float* slopes)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        TVector one = TLanes.Fill(1);
        return TLanes.Divide(one, TLanes.Add(one, TLanes.Exp(TLanes.Multiply(value, TLanes.Fill(-1)))));
    }
}
