using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Reviews;

internal sealed class ReviewStore(HeadshotsDbContext context) : IReviewStore
{
    public void Add(Review review) => context.Add(review);

    public async Task<IReadOnlyList<Review>> OfHeadshotAsync(TenantId tenant, Guid headshotId, CancellationToken cancellation) =>
        await context.Rows<Review>(tenant).Where(r => r.HeadshotId == headshotId)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Review>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<Review>(tenant).Where(r => r.PersonId == personId)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(cancellation);

    public void Remove(Review review) => context.Remove(review);
}
