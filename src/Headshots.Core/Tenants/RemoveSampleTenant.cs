using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>Takes the sample company away with everything in it, once one has looked around. No other company can be removed like this.</summary>
public sealed class RemoveSampleTenant(ITenantStore tenants, DeleteTenant delete)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await tenants.FindAsync(caller.Tenant, cancellation) is not { } tenant)
        {
            return SharedProblems.NotFound;
        }

        if (!tenant.IsSample)
        {
            return TenantProblems.NotASample;
        }

        await delete.AtOnceAsync(caller.Tenant, cancellation);
        return default(Done);
    }
}
