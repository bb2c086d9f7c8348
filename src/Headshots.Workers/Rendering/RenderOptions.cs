namespace Headshots.Workers.Rendering;

/// <summary>How much is rendered at once, and how often the rows are asked what is due.</summary>
public sealed class RenderOptions
{
    /// <summary>Jobs at once that somebody waits for, 1 to 256; the number of processors by default.</summary>
    public int Concurrency { get; set; } = Environment.ProcessorCount;

    /// <summary>Jobs at once that nobody waits for, 1 to 256; one processor less by default, so that one stays free.</summary>
    public int BulkConcurrency { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Between two looks at the rows, 100 ms to 10 minutes; 3 seconds by default.</summary>
    public TimeSpan DispatchEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a stop waits for renders to notice it and hand their jobs back, 1 second to 5 minutes; 20 seconds by default.</summary>
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(20);

    internal bool IsValid() =>
        Concurrency is >= 1 and <= 256 && BulkConcurrency is >= 1 and <= 256
        && DispatchEvery >= TimeSpan.FromMilliseconds(100) && DispatchEvery <= TimeSpan.FromMinutes(10)
        && StopWithin >= TimeSpan.FromSeconds(1) && StopWithin <= TimeSpan.FromMinutes(5);

    internal const string Rule =
        "Render: Concurrency and BulkConcurrency are 1 to 256, DispatchEvery is 0.1 seconds to 10 minutes, StopWithin is 1 second to 5 minutes.";
}
