using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.Privacy;

/// <summary>
/// Deletes files that were ordered to be deleted, and what the deleted rows left in the database's own files. An order is kept
/// until every worker that might have been writing has lost its lease, and carried out again then.
/// </summary>
public sealed class CarryOutErasures(IErasureOrders erasures, IBlobStore blobs, IDatabaseTraces traces, IUnitOfWork work, TimeProvider time)
{
    private static readonly TimeSpan Kept = RunRenderJob.Lease * 2;

    public async Task<int> HandleAsync(TenantId tenant, CancellationToken cancellation)
    {
        IReadOnlyList<PendingErasure> orders = await erasures.ListAsync(tenant, 200, cancellation);
        if (orders.Count == 0)
        {
            return 0;
        }

        foreach (PendingErasure order in orders)
        {
            await (order.Prefix.EndsWith('/')
                ? blobs.DeleteAllAsync(tenant, order.Prefix, cancellation)
                : blobs.DeleteAsync(tenant, order.Prefix, cancellation));
        }

        bool wiped = await traces.WipeAsync(orders.Max(o => o.OrderedAt), cancellation);
        foreach (PendingErasure order in orders.Where(o => wiped && o.OrderedAt + Kept < time.GetUtcNow()))
        {
            erasures.Remove(order);
        }

        _ = await work.SaveAsync(cancellation);
        return orders.Count;
    }
}
