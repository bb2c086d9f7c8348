using System.Diagnostics;

namespace Headshots.Imaging;

/// <summary>A time limit and a caller who may lose interest.</summary>
internal readonly struct Deadline(TimeSpan limit, CancellationToken cancellation)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <exception cref="TimeoutException">Time is up.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public void Check()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_start) > limit)
        {
            throw new TimeoutException();
        }
    }
}
