using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Rendering;

/// <summary>The heart of a worker: a connection of its own, since the unit of work is busy meanwhile.</summary>
internal sealed class LeaseRenewal(IContextSource contexts) : ILeaseRenewal
{
    public async Task<bool> RenewAsync(TenantId tenant, Guid jobId, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        return await RenewAsync(context, tenant, jobId, worker, now, until, cancellation);
    }

    /// <summary>Leaves the version alone: the worker's own unit of work must still fit.</summary>
    internal static async Task<bool> RenewAsync(
        HeadshotsDbContext context, TenantId tenant, Guid id, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        await context.Rows<RenderJob>(tenant)
            .Where(j => j.Id == id && j.State == RenderJobState.Leased && j.LeasedBy == worker && j.LeasedUntil > now)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until), cancellation) > 0;
}
