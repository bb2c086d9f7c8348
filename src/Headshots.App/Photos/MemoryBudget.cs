namespace Headshots.App.Photos;

/// <summary>
/// A semaphore of megabytes: who wants to work takes what the work needs and waits until so much is free. First come,
/// first served, so that a large photo is not passed over for ever. What is larger than the whole takes all of it.
/// </summary>
internal sealed class MemoryBudget
{
    private readonly int _all;
    private readonly Lock _gate = new();
    private readonly Queue<Waiter> _waiting = new();
    private int _free;

    /// <param name="megabytes">1 or more.</param>
    public MemoryBudget(int megabytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(megabytes, 1);
        _all = megabytes;
        _free = megabytes;
    }

    /// <summary>How many wait for their share.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits for a share; disposing it gives it back.</summary>
    public async Task<IDisposable> TakeAsync(int wanted, CancellationToken cancellation)
    {
        int share = Math.Clamp(wanted, 1, _all);
        Waiter? waiter = null;
        lock (_gate)
        {
            if (_waiting.Count == 0 && share <= _free)
            {
                _free -= share;
            }
            else
            {
                waiter = new Waiter(share);
                _waiting.Enqueue(waiter);
            }
        }

        if (waiter is not null)
        {
            await using CancellationTokenRegistration registration = cancellation.Register(() => Cancel(waiter, cancellation));
            await waiter.Turn.Task;
        }

        return new Share(this, share);
    }

    private void Cancel(Waiter waiter, CancellationToken cancellation)
    {
        if (waiter.Turn.TrySetCanceled(cancellation))
        {
            Give(0);
        }
    }

    private void Give(int share)
    {
        lock (_gate)
        {
            _free += share;
            while (_waiting.TryPeek(out Waiter? next) && (next.Turn.Task.IsCompleted || next.Share <= _free))
            {
                _waiting.Dequeue();
                if (next.Turn.TrySetResult())
                {
                    _free -= next.Share;
                }
            }
        }
    }

    private sealed record Waiter(int Share)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Share(MemoryBudget budget, int megabytes) : IDisposable
    {
        private MemoryBudget? _budget = budget;

        public void Dispose() => Interlocked.Exchange(ref _budget, null)?.Give(megabytes);
    }
}
