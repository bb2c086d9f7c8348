using Headshots.Core.Rendering;
using Headshots.Imaging;

namespace Headshots.App.Engine;

/// <summary>
/// Who may use the processors. Quick work (a preview, a thumbnail) has lanes of its own beside those of renders: sharing a
/// processor makes it a little slower, waiting for a render would make it late. So have checks of photos, but on threads that
/// give way to pages: hundreds come at once when a campaign begins, and then everybody's pages are to stay quick. Among
/// renders, whom somebody waits for goes first, and bulk work leaves a lane free where there is more than one.
/// </summary>
internal sealed class RenderLanes : IDisposable
{
    private readonly SemaphoreSlim _quick;
    private readonly SemaphoreSlim _checks;
    private readonly int _lanes;
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _interactive = new();
    private readonly LinkedList<Waiter> _bulk = new();
    private int _running;
    private int _runningBulk;

    /// <param name="lanes">Renders at once, 1 or more.</param>
    public RenderLanes(int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        _lanes = lanes;
        _quick = new SemaphoreSlim(lanes);
        _checks = new SemaphoreSlim(lanes);
    }

    public void Dispose()
    {
        _quick.Dispose();
        _checks.Dispose();
    }

    /// <summary>Does something quick, off the caller's thread.</summary>
    public Task<T> QuickAsync<T>(Func<T> work, CancellationToken cancellation) => InLaneAsync(_quick, work, cancellation);

    /// <summary>Looks at a photo that was sent, off the caller's thread and behind everything that pages need.</summary>
    public Task<T> CheckAsync<T>(Func<T> work, CancellationToken cancellation) => InLaneAsync(
        _checks,
        () =>
        {
            PatientThreads.Join();
            return work();
        },
        cancellation);

    /// <summary>Renders, off the caller's thread, when it is its turn.</summary>
    /// <param name="priority">Who waits.</param>
    /// <param name="work">Is told how many threads are its to use.</param>
    /// <param name="cancellation">Gives up the place in the queue; the work looks at it by itself.</param>
    public async Task<T> RenderAsync<T>(RenderPriority priority, Func<int, T> work, CancellationToken cancellation)
    {
        int others = await EnterAsync(priority, cancellation);
        try
        {
            int threads = Math.Max(1, _lanes - others);
            return await OnThreadOfItsOwn(
                () =>
                {
                    // A render takes seconds anyway; a page is to come at once.
                    PatientThreads.Join();
                    return work(threads);
                },
                cancellation);
        }
        finally
        {
            Leave(priority);
        }
    }

    private static async Task<T> InLaneAsync<T>(SemaphoreSlim lanes, Func<T> work, CancellationToken cancellation)
    {
        await lanes.WaitAsync(cancellation);
        try
        {
            return await OnThreadOfItsOwn(work, cancellation);
        }
        finally
        {
            lanes.Release();
        }
    }

    /// <summary>Not on the thread pool: a few of these would keep all of its threads from answering requests.</summary>
    private static Task<T> OnThreadOfItsOwn<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    /// <returns>How many others are rendering.</returns>
    private async Task<int> EnterAsync(RenderPriority priority, CancellationToken cancellation)
    {
        Waiter waiter;
        LinkedListNode<Waiter> place;
        lock (_gate)
        {
            if (IsFree(priority) && (priority == RenderPriority.Bulk ? _bulk.Count == 0 && _interactive.Count == 0 : _interactive.Count == 0))
            {
                return Begin(priority);
            }

            waiter = new Waiter();
            place = (priority == RenderPriority.Bulk ? _bulk : _interactive).AddLast(waiter);
        }

        await using CancellationTokenRegistration registration = cancellation.Register(() => GiveUp(place, cancellation));
        return await waiter.Turn.Task;
    }

    private bool IsFree(RenderPriority priority) =>
        _running < _lanes && (priority != RenderPriority.Bulk || _runningBulk < Math.Max(1, _lanes - 1));

    private int Begin(RenderPriority priority)
    {
        _runningBulk += priority == RenderPriority.Bulk ? 1 : 0;
        return _running++;
    }

    private void Leave(RenderPriority priority)
    {
        lock (_gate)
        {
            _running--;
            _runningBulk -= priority == RenderPriority.Bulk ? 1 : 0;
            while (Next(_interactive, RenderPriority.Interactive) || Next(_bulk, RenderPriority.Bulk))
            {
                // As many as there is room for now.
            }
        }
    }

    private bool Next(LinkedList<Waiter> waiting, RenderPriority priority)
    {
        if (waiting.First is not { } first || !IsFree(priority))
        {
            return false;
        }

        waiting.RemoveFirst();
        first.Value.Turn.SetResult(Begin(priority));
        return true;
    }

    private void GiveUp(LinkedListNode<Waiter> place, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (place.List is not { } list)
            {
                return;
            }

            list.Remove(place);
            place.Value.Turn.SetCanceled(cancellation);
        }
    }

    private sealed class Waiter
    {
        public TaskCompletionSource<int> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
