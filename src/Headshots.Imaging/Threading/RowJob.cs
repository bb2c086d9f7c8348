using System.Runtime.ExceptionServices;

namespace Headshots.Imaging;

/// <summary>
/// One <see cref="PixelThreads.ForRows"/> in progress. Threads take chunks by counting up; one that comes after the
/// last chunk was taken has nothing to do, so the caller waits for chunks, never for threads.
/// </summary>
internal sealed class RowJob(int rows, int chunks, Action<int, int> body) : IThreadPoolWorkItem
{
    private readonly object _gate = new();
    private ExceptionDispatchInfo? _failure;
    private int _next;
    private int _finished;

    public void Run(int threads)
    {
        for (int i = 1; i < threads; i++)
        {
            if (PatientThreads.IsCurrent)
            {
                PatientThreads.Queue(this);
            }
            else
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        Execute();
        AwaitOthers();
        _failure?.Throw();
    }

    public void Execute()
    {
        int before = PixelThreads.EnterWorker();
        try
        {
            for (int chunk = Interlocked.Increment(ref _next) - 1; chunk < chunks; chunk = Interlocked.Increment(ref _next) - 1)
            {
                RunChunk(chunk);
                if (Interlocked.Increment(ref _finished) == chunks)
                {
                    lock (_gate)
                    {
                        Monitor.PulseAll(_gate);
                    }
                }
            }
        }
        finally
        {
            PixelThreads.LeaveWorker(before);
        }
    }

    private void AwaitOthers()
    {
        var spin = default(SpinWait);
        while (Volatile.Read(ref _finished) < chunks && !spin.NextSpinWillYield)
        {
            spin.SpinOnce();
        }

        lock (_gate)
        {
            while (Volatile.Read(ref _finished) < chunks)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void RunChunk(int chunk)
    {
        try
        {
            if (Volatile.Read(ref _failure) is null)
            {
                body((int)((long)rows * chunk / chunks), (int)((long)rows * (chunk + 1) / chunks));
            }
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
