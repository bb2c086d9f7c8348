using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy.Keys;

/// <summary>
/// Puts every tenant's key under the current master key. Files stay as they are. Each key is one statement, so that it can be
/// stopped or killed anywhere and run again: both master keys are at hand until it is through.
/// </summary>
public sealed class RotateTenantKeys(ITenantStore tenants, ITenantKeyStore store, IMasterKeys masters)
{
    public async Task<KeyRotation> HandleAsync(CancellationToken cancellation)
    {
        int rewrapped = 0, already = 0;
        foreach (TenantId tenant in await tenants.AllAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await store.FindAsync(tenant, cancellation) is not { } key)
            {
                continue;
            }

            if (key.MasterKeyId == masters.Current.Id)
            {
                already++;
            }
            else if (await store.RewrapAsync(tenant, key.MasterKeyId, masters.Current.Id, key.Rewrap(masters, masters.Current), cancellation))
            {
                rewrapped++;
            }
        }

        return new KeyRotation(rewrapped, already);
    }
}

/// <param name="Rewrapped">Keys that were under another master key.</param>
/// <param name="Already">Keys that were under the current one.</param>
public sealed record KeyRotation(int Rewrapped, int Already);
