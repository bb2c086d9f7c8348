using System.Collections.Concurrent;
using System.Security.Cryptography;
using Headshots.Core.Shared;

namespace Headshots.Core.Privacy.Keys;

/// <summary>Unwraps tenants' keys and remembers them for a moment, so that a page with twenty pictures asks the database once.</summary>
public sealed class TenantKeys(IMasterKeys masters, ITenantKeyStore store, IIds ids, TimeProvider time) : ITenantKeys
{
    /// <summary>How long a process goes on with a key that another one shredded.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<TenantId, (TenantKey Key, long At)> _known = new();

    public async ValueTask<TenantKey> ForWritingAsync(TenantId tenant, CancellationToken cancellation)
    {
        if (await FindAsync(tenant, cancellation) is { } known)
        {
            return known;
        }

        byte[] secret = RandomNumberGenerator.GetBytes(SecretBytes);
        _ = await store.TryAddAsync(WrappedTenantKey.Create(tenant, ids.New(), masters.Current, secret, time.GetUtcNow()), cancellation);
        CryptographicOperations.ZeroMemory(secret);

        // Whoever came first, everybody writes with the key that is there.
        return await FindAsync(tenant, cancellation) ?? throw new InvalidOperationException($"Tenant {tenant} has no key for its files, and none could be made: is it being deleted?");
    }

    public async ValueTask<TenantKey?> FindAsync(TenantId tenant, CancellationToken cancellation)
    {
        if (_known.TryGetValue(tenant, out (TenantKey Key, long At) known) && time.GetElapsedTime(known.At) < Remembered)
        {
            return known.Key;
        }

        long now = time.GetTimestamp();
        if (await store.FindAsync(tenant, cancellation) is not { } wrapped)
        {
            _known.TryRemove(tenant, out _);
            return null;
        }

        TenantKey key = new(wrapped.Id, wrapped.Unwrap(masters), wrapped.OnlyEncrypted);
        _known[tenant] = (key, now);
        return key;
    }

    public async Task AllIsEncryptedAsync(TenantId tenant, CancellationToken cancellation)
    {
        await store.SetOnlyEncryptedAsync(tenant, cancellation);
        _known.TryRemove(tenant, out _);
    }

    public async Task ShredAsync(TenantId tenant, CancellationToken cancellation)
    {
        await store.DeleteAsync(tenant, cancellation);
        _known.TryRemove(tenant, out _);
    }
}
