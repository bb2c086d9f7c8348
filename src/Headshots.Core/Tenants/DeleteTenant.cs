using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Microsoft.Extensions.Logging;

namespace Headshots.Core.Tenants;

/// <summary>Deletes a company with everything in it: files first, then rows, for rows are what says that files are left.</summary>
public sealed partial class DeleteTenant(ITenantStore tenants, ITenantKeys keys, IBlobStore blobs, TimeProvider time, ILogger<DeleteTenant> logger)
{
    /// <summary>When its day has come; killed in the middle, it goes on at the next round.</summary>
    /// <returns>Whether it was deleted.</returns>
    public async Task<bool> WhenDueAsync(TenantId tenant, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(tenant, cancellation) is not { DeletionDueAt: { } due } || due > time.GetUtcNow())
        {
            return false;
        }

        await AtOnceAsync(tenant, cancellation);
        return true;
    }

    public async Task AtOnceAsync(TenantId tenant, CancellationToken cancellation)
    {
        await EmptyAsync(tenant, cancellation);
        await tenants.DeleteAsync(tenant, cancellation);

        // Copies of the files that lie in backups are worth nothing without it.
        await keys.ShredAsync(tenant, CancellationToken.None);

        // What a worker was writing in this moment: without a row nobody would look for it again.
        await EmptyAsync(tenant, CancellationToken.None);
        LogDeleted(tenant);
    }

    private async Task EmptyAsync(TenantId tenant, CancellationToken cancellation)
    {
        await foreach (BlobListing file in blobs.ListAsync(tenant, string.Empty, cancellation))
        {
            await blobs.DeleteAsync(tenant, file.Key, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tenant {Tenant} was deleted with everything in it")]
    private partial void LogDeleted(TenantId tenant);
}
