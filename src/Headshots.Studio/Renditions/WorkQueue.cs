using Headshots.Imaging;

namespace Headshots.Studio.Renditions;

/// <summary>Pieces of work of very different length on as many threads as pixel work may use.</summary>
internal static class WorkQueue
{
    /// <summary>
    /// Does all pieces, each once and on one thread, starting them in their order: put the longest first. Where two
    /// pieces write to places of their own, the answer does not depend on how many threads there are.
    /// </summary>
    /// <param name="pieces">How many.</param>
    /// <param name="work">Does one.</param>
    /// <param name="cancellation">Looked at before each.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(int pieces, Action<int> work, CancellationToken cancellation)
    {
        int next = 0;
        int threads = Math.Min(PixelThreads.Current, pieces);
        PixelThreads.ForRows(threads, 1, (first, end) =>
        {
            for (int piece = Interlocked.Increment(ref next) - 1; piece < pieces; piece = Interlocked.Increment(ref next) - 1)
            {
                cancellation.ThrowIfCancellationRequested();
                work(piece);
            }
        });
    }
}
