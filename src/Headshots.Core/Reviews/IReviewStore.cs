using Headshots.Core.Shared;

namespace Headshots.Core.Reviews;

public interface IReviewStore
{
    void Add(Review review);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Review>> OfHeadshotAsync(TenantId tenant, Guid headshotId, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Review>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    void Remove(Review review);
}
