using Headshots.Core.Shared;

namespace Headshots.Workers.Clock;

/// <summary>Something that the clock does for every tenant again and again.</summary>
/// <param name="Name">For the log.</param>
/// <param name="Every">Between the beginnings of two rounds; a round that takes longer delays the next.</param>
/// <param name="Work">For one tenant.</param>
internal sealed record ClockJob(string Name, TimeSpan Every, Func<IServiceProvider, TenantId, CancellationToken, Task> Work)
{
    /// <summary>Whether it is done for tenants that are suspended or about to be deleted, too.</summary>
    public bool ClosedToo { get; init; }
}
