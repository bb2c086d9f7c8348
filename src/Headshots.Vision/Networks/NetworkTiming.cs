using System.Diagnostics;

namespace Headshots.Vision.Networks;

/// <summary>How long one run of a network takes, warm and on one thread.</summary>
/// <param name="Minimum">The least disturbed run: what the machine can do.</param>
/// <param name="Median">What a run costs while the machine does other things too.</param>
public readonly record struct NetworkTiming(TimeSpan Minimum, TimeSpan Median)
{
    private const int WarmUpRuns = 3;

    /// <summary>Times a network on a grey ramp; how long a run takes does not depend on what the picture shows.</summary>
    /// <param name="network">Opened in a session of its own.</param>
    /// <param name="runs">Timed runs, at least one.</param>
    public static NetworkTiming Measure(ICompiledNetwork network, int runs = 50)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        using INetworkSession session = network.OpenSession();
        for (int i = 0; i < network.Inputs.Count; i++)
        {
            Span<float> input = session.Input(i);
            for (int k = 0; k < input.Length; k++)
            {
                input[k] = k % 256 / 255f;
            }
        }

        for (int i = 0; i < WarmUpRuns; i++)
        {
            session.Run();
        }

        var times = new TimeSpan[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            session.Run();
            times[i] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return new NetworkTiming(times[0], times[runs / 2]);
    }
}
