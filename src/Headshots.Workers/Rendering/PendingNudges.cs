using System.Collections.Concurrent;

namespace Headshots.Workers.Rendering;

/// <summary>
/// Which jobs this process has a nudge under way for. The dispatcher names whatever is due every few seconds; without this a
/// long queue would grow by itself. A queue inside the process loses nothing, so an entry ends when it is consumed.
/// </summary>
internal sealed class PendingNudges
{
    private readonly ConcurrentDictionary<Guid, bool> _jobs = new();
    private volatile bool _open;

    /// <summary>The queues are there now; what would have been sent before, the dispatcher finds.</summary>
    public void Open() => _open = true;

    /// <summary>False when one is under way already, or would be lost.</summary>
    public bool TryAdd(Guid job) => _open && _jobs.TryAdd(job, true);

    public void Remove(Guid job) => _jobs.TryRemove(job, out _);
}
