using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

public interface ISubmissionStore
{
    Task<Submission?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Submission>> OfInvitationAsync(TenantId tenant, Guid invitationId, CancellationToken cancellation);

    Task<IReadOnlyList<Submission>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    /// <summary>Sent, with selfies still there, newest first; for trying a kit on.</summary>
    Task<IReadOnlyList<Submission>> NewestAsync(TenantId tenant, int most, CancellationToken cancellation);

    /// <summary>Those whose invitation was approved before this and whose selfies are still there.</summary>
    Task<IReadOnlyList<Submission>> WithSelfiesOlderThanAsync(TenantId tenant, DateTimeOffset approvedBefore, int most, CancellationToken cancellation);

    /// <summary>Those whose invitation ended before this, of which no headshot was chosen or approved.</summary>
    Task<IReadOnlyList<Submission>> UnfinishedAsync(TenantId tenant, DateTimeOffset endedBefore, int most, CancellationToken cancellation);

    void Add(Submission submission);

    void Remove(Submission submission);
}
