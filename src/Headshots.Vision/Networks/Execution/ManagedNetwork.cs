using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>A network prepared for one register width: steps, packed weights and a memory plan.</summary>
internal sealed class ManagedNetwork(
    KernelSet kernels,
    Step[] steps,
    int arenaLength,
    IReadOnlyList<(TensorShape Shape, Operand Place)> inputs,
    IReadOnlyList<(TensorShape Shape, Operand Place)> outputs) : ICompiledNetwork
{
    public IReadOnlyList<TensorShape> Inputs { get; } = [.. inputs.Select(i => i.Shape)];

    public IReadOnlyList<TensorShape> Outputs { get; } = [.. outputs.Select(o => o.Shape)];

    public KernelSet Kernels => kernels;

    public Step[] Steps => steps;

    /// <summary>Floats of working memory per session.</summary>
    public int ArenaLength => arenaLength;

    public Operand InputPlace(int index) => inputs[index].Place;

    public Operand OutputPlace(int index) => outputs[index].Place;

    public INetworkSession OpenSession() => new ManagedSession(this);

    /// <summary>Weights are managed memory; nothing is held that would need giving back.</summary>
    public void Dispose()
    {
    }
}
