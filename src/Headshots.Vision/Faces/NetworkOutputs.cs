using Headshots.Vision.Networks;

namespace Headshots.Vision.Faces;

/// <summary>Finds a network's outputs by what they are: converters have written them in varying order.</summary>
internal static class NetworkOutputs
{
    public static int OutputOfLength(this ICompiledNetwork network, int length) =>
        Find(network, o => o.Length == length, $"of {length} numbers");

    public static int OutputNamed(this ICompiledNetwork network, string name) =>
        Find(network, o => string.Equals(o.Name, name, StringComparison.Ordinal), $"named {name}");

    private static int Find(ICompiledNetwork network, Func<TensorShape, bool> wanted, string description)
    {
        int[] matches = [.. Enumerable.Range(0, network.Outputs.Count).Where(i => wanted(network.Outputs[i]))];
        return matches.Length == 1
            ? matches[0]
            : throw new NetworkFormatException($"The network has {matches.Length} outputs {description} instead of one.");
    }
}
