using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>Takes the sample company away with everything in it, once one has looked around. No other company can be removed like this.</summary>
public sealed class RemoveSampleTenant(ITenantStore tenants, ITenantKeys keys, IBlobStore blobs)
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

        await tenants.DeleteAsync(caller.Tenant, cancellation);
        await keys.ShredAsync(caller.Tenant, CancellationToken.None);
        await foreach (BlobListing file in blobs.ListAsync(caller.Tenant, string.Empty, CancellationToken.None))
        {
            await blobs.DeleteAsync(caller.Tenant, file.Key, CancellationToken.None);
        }

        return default(Done);
    }
}
