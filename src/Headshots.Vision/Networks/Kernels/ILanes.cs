namespace Headshots.Vision.Networks.Kernels;

/// <summary>
/// A register full of floats and what the kernels do with it. Each kernel is written once over this interface; the JIT
/// compiles it separately for every width, with the calls below replaced by single instructions.
/// </summary>
/// <typeparam name="TVector">The register type: <c>Vector256&lt;float&gt;</c> and so on, or one plain float.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Floats per register.</summary>
    static abstract int Width { get; }

    static abstract TVector Load(float* source);

    static abstract void Store(TVector value, float* target);

    static abstract TVector Fill(float value);

    /// <summary>a·b + c, rounded once where the machine can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    static abstract TVector Exp(TVector value);

    /// <summary>Sum over the register.</summary>
    static abstract float Sum(TVector value);
}
