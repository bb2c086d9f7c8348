using System.Diagnostics;

namespace Headshots.Vision.Networks.Execution;

/// <summary>The working memory of one run at a time, taken once when the session opens.</summary>
internal sealed unsafe class ManagedSession(ManagedNetwork network) : INetworkSession
{
    private PinnedFloats? arena = new(network.ArenaLength);

    private PinnedFloats Arena => arena ?? throw new ObjectDisposedException(nameof(INetworkSession));

    public Span<float> Input(int index)
    {
        Operand place = network.InputPlace(index);
        return Arena.Span.Slice(place.Offset, place.Length);
    }

    public void Run()
    {
        float* memory = Arena.Pointer;
        foreach (Step step in network.Steps)
        {
            step.Run(memory, network.Kernels);
        }
    }

    /// <summary>Runs once and adds the ticks each step took.</summary>
    public void Run(Span<long> ticks)
    {
        float* memory = Arena.Pointer;
        for (int i = 0; i < network.Steps.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            network.Steps[i].Run(memory, network.Kernels);
            ticks[i] += Stopwatch.GetTimestamp() - start;
        }
    }

    public ReadOnlySpan<float> Output(int index)
    {
        Operand place = network.OutputPlace(index);
        return Arena.Span.Slice(place.Offset, place.Length);
    }

    public void Dispose() => arena = null;
}
