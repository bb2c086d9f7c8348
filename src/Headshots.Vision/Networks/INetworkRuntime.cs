namespace Headshots.Vision.Networks;

/// <summary>
/// The seam between what a network is and where it runs: the managed SIMD runtime is one, a GPU runtime another.
/// </summary>
public interface INetworkRuntime
{
    /// <summary>Prepares a model for running: weights are packed once and shared by all its sessions.</summary>
    /// <exception cref="NetworkFormatException">The file is malformed or uses an operator this runtime does not have.</exception>
    ICompiledNetwork Compile(TfliteModel model);
}

/// <summary>A prepared network. Safe for use from many threads; each of them opens its own session.</summary>
public interface ICompiledNetwork : IDisposable
{
    IReadOnlyList<TensorShape> Inputs { get; }

    IReadOnlyList<TensorShape> Outputs { get; }

    INetworkSession OpenSession();
}

/// <summary>The working memory of one run at a time. Not for concurrent use; runs allocate nothing once warm.</summary>
public interface INetworkSession : IDisposable
{
    /// <summary>Input tensor in NHWC order, to be filled before <see cref="Run"/>.</summary>
    Span<float> Input(int index);

    void Run();

    /// <summary>Output tensor in the file's order and shape, valid until the next run.</summary>
    ReadOnlySpan<float> Output(int index);
}

/// <summary>Name and NHWC dimensions of a tensor as the file states them.</summary>
public sealed record TensorShape(string Name, IReadOnlyList<int> Dimensions)
{
    public int Length => Dimensions.Aggregate(1, (a, b) => a * b);
}

/// <summary>The file is not a network this program can run; the message names the operator or field.</summary>
public sealed class NetworkFormatException : Exception
{
    public NetworkFormatException(string message)
        : base(message)
    {
    }

    public NetworkFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public NetworkFormatException()
    {
    }
}
