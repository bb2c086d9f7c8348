using Headshots.Vision.Networks.Compilation;
using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks;

/// <summary>
/// Runs networks on the processor, one thread per session, with the widest registers the machine has (AVX-512, AVX2,
/// NEON or SSE) and no native library.
/// </summary>
public sealed class ManagedRuntime : INetworkRuntime
{
    private readonly KernelSet kernels;

    public ManagedRuntime()
        : this(SimdPath.Auto)
    {
    }

    internal ManagedRuntime(SimdPath path) => kernels = KernelSet.For(path);

    /// <summary>Floats that one register holds on this machine: 16, 8, 4, or 1 without SIMD.</summary>
    public int Lanes => kernels.Width;

    /// <inheritdoc/>
    public ICompiledNetwork Compile(TfliteModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return NetworkCompiler.Compile(model, kernels);
    }
}
