using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Rendering;

/// <summary>Nudges for whatever the rows say is due: what a lost message, a crash or a restart left behind.</summary>
public sealed class DispatchDueJobs(ITenantStore tenants, IRenderJobStore jobs, IRenderNudge nudge, TimeProvider time)
{
    /// <summary>Per tenant and round, so that one large company does not push the others away.</summary>
    public const int MostPerTenant = 200;

    /// <returns>How many nudges were sent.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        int sent = 0;
        foreach (TenantId tenant in await tenants.AllAsync(cancellation))
        {
            foreach (DueJob due in await jobs.DueAsync(tenant, time.GetUtcNow(), MostPerTenant, cancellation))
            {
                await nudge.RenderAsync(tenant, due.Id, due.Priority, cancellation);
                sent++;
            }
        }

        return sent;
    }
}
