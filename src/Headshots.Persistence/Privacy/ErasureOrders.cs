using Headshots.Core.Privacy;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Privacy;

internal sealed class ErasureOrders(HeadshotsDbContext context) : IErasureOrders
{
    public void Add(PendingErasure erasure) => context.Add(erasure);

    public async Task<IReadOnlyList<PendingErasure>> ListAsync(TenantId tenant, int most, CancellationToken cancellation) =>
        await context.Rows<PendingErasure>(tenant).OrderBy(e => e.OrderedAt).ThenBy(e => e.Id).Take(most).ToListAsync(cancellation);

    public void Remove(PendingErasure erasure) => context.Remove(erasure);
}
