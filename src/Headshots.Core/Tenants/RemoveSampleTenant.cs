using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>Takes the sample company away with all its rows and files. A real company cannot be removed like this.</summary>
public sealed class RemoveSampleTenant(ITenantStore tenants, IBlobStore blobs)
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

        // Files first: after a crash between the two the rows are still there to ask again. And once more, for whatever a
        // render that was under way wrote meanwhile: without rows nobody would find it later.
        await DeleteFilesAsync(caller.Tenant, cancellation);
        await tenants.DeleteAsync(caller.Tenant, cancellation);
        await DeleteFilesAsync(caller.Tenant, CancellationToken.None);
        return default(Done);
    }

    private async Task DeleteFilesAsync(TenantId tenant, CancellationToken cancellation)
    {
        List<string> keys = [];
        await foreach (BlobListing file in blobs.ListAsync(tenant, string.Empty, cancellation))
        {
            keys.Add(file.Key);
        }

        foreach (string key in keys)
        {
            await blobs.DeleteAsync(tenant, key, cancellation);
        }
    }
}
