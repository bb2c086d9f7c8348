using Headshots.Core.Shared;

namespace Headshots.Core.Rendering;

public interface IRenderJobStore
{
    void Add(RenderJob job);

    Task<RenderJob?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    Task<IReadOnlyList<RenderJob>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    /// <summary>The newest job of a submission that makes candidates.</summary>
    Task<RenderJob?> OfSubmissionAsync(TenantId tenant, Guid submissionId, CancellationToken cancellation);

    /// <summary>
    /// Takes a job for one worker, atomically: waiting and due, or leased by somebody whose lease has run out. Counts as an
    /// attempt. A job whose worker was lost at its last attempt becomes <see cref="RenderJobState.Failed"/> instead.
    /// </summary>
    /// <returns>The job, freshly read and tracked; null when it is not to be had.</returns>
    Task<RenderJob?> TryLeaseAsync(TenantId tenant, Guid id, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Prolongs a lease, past any unit of work; false when it was lost. Does not raise the row's version.</summary>
    Task<bool> RenewLeaseAsync(TenantId tenant, Guid id, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Waiting and due, or with a lease that ran out: interactive ones first, then oldest first.</summary>
    Task<IReadOnlyList<DueJob>> DueAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>Held and failed, newest first: what an admin must look at.</summary>
    Task<IReadOnlyList<StuckJob>> StuckAsync(TenantId tenant, int most, CancellationToken cancellation);

    void Remove(RenderJob job);
}

public sealed record DueJob(Guid Id, RenderPriority Priority);

public sealed record StuckJob(
    Guid Id, Guid PersonId, string PersonName, RenderJobState State, string Reason, string ReasonText, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);
