using Headshots.Core.Shared;

namespace Headshots.Core.Rendering;

/// <summary>Nudges for whatever a tenant's rows say is due: what a lost message, a crash or a restart left behind.</summary>
public sealed class DispatchDueJobs(IRenderJobStore jobs, IRenderNudge nudge, TimeProvider time)
{
    /// <summary>Per round, so that one large company does not push the others away.</summary>
    public const int MostPerTenant = 200;

    /// <returns>How many are due.</returns>
    public async Task<int> HandleAsync(TenantId tenant, CancellationToken cancellation)
    {
        IReadOnlyList<DueJob> due = await jobs.DueAsync(tenant, time.GetUtcNow(), MostPerTenant, cancellation);
        foreach (DueJob job in due)
        {
            await nudge.RenderAsync(tenant, job.Id, job.Priority, cancellation);
        }

        return due.Count;
    }
}
