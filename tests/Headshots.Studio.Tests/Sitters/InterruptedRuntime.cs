using Headshots.Vision.Networks;

namespace Headshots.Studio.Tests.Sitters;

/// <summary>Runs networks as usual and calls somebody each time one has run: a place to cancel from.</summary>
internal sealed class InterruptedRuntime(Action<int> afterRun) : INetworkRuntime
{
    private readonly ManagedRuntime _runtime = new();
    private int _runs;

    /// <summary>Runs since the last <see cref="Restart"/>.</summary>
    public int Runs => _runs;

    public void Restart() => _runs = 0;

    public ICompiledNetwork Compile(TfliteModel model) => new Network(_runtime.Compile(model), this);

    private sealed class Network(ICompiledNetwork inner, InterruptedRuntime owner) : ICompiledNetwork
    {
        public IReadOnlyList<TensorShape> Inputs => inner.Inputs;

        public IReadOnlyList<TensorShape> Outputs => inner.Outputs;

        public INetworkSession OpenSession() => new Session(inner.OpenSession(), owner);

        public void Dispose() => inner.Dispose();
    }

    private sealed class Session(INetworkSession inner, InterruptedRuntime owner) : INetworkSession
    {
        public Span<float> Input(int index) => inner.Input(index);

        public void Run()
        {
            inner.Run();
            owner.Ran();
        }

        public ReadOnlySpan<float> Output(int index) => inner.Output(index);

        public void Dispose() => inner.Dispose();
    }

    private void Ran() => afterRun(Interlocked.Increment(ref _runs));
}
