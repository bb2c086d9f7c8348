using System.Collections.Concurrent;

namespace Headshots.Workers.Rendering;

/// <summary>
/// Which jobs this process has a nudge under way for. The dispatcher names whatever is due every few seconds; without this a
/// long queue would grow by itself. A queue inside the process loses nothing, so an entry ends when it is consumed.
/// </summary>
internal sealed class PendingNudges
{
    private readonly ConcurrentDictionary<Guid, bool> _jobs = new();

    /// <summary>False when one is under way already.</summary>
    public bool TryAdd(Guid job) => _jobs.TryAdd(job, true);

    public void Remove(Guid job) => _jobs.TryRemove(job, out _);
}
