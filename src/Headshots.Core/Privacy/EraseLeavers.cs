using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy;

/// <summary>Erases people who have left, as many days afterwards as the company decided.</summary>
public sealed class EraseLeavers(ITenantStore tenants, IPersonStore people, ErasePerson erase, TimeProvider time)
{
    /// <summary>Per round, so that a company that lost many at once does not hold the others up.</summary>
    private const int Most = 50;

    /// <returns>How many were erased.</returns>
    public async Task<int> HandleAsync(TenantId tenantId, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(tenantId, cancellation) is not { Settings.LeaverRetentionDays: { } days })
        {
            return 0;
        }

        int erased = 0;
        foreach (Guid person in await people.LeftBeforeAsync(tenantId, time.GetUtcNow().AddDays(-days), Most, cancellation))
        {
            erased += (await erase.HandleAsync(Caller.System(tenantId), person, forget: true, cancellation)).Ok ? 1 : 0;
        }

        return erased;
    }
}
