using System.Collections.Concurrent;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;

namespace Headshots.TestKit.Secrets;

/// <summary>Wrapped keys without a database, for tests of what is encrypted with them.</summary>
public sealed class MemoryTenantKeyStore : ITenantKeyStore
{
    private readonly ConcurrentDictionary<TenantId, WrappedTenantKey> _keys = new();

    public Task<WrappedTenantKey?> FindAsync(TenantId tenant, CancellationToken cancellation) => Task.FromResult(_keys.GetValueOrDefault(tenant));

    public Task<bool> TryAddAsync(WrappedTenantKey key, CancellationToken cancellation) => Task.FromResult(_keys.TryAdd(key.TenantId, key));

    public Task<bool> RewrapAsync(TenantId tenant, string fromMaster, string toMaster, byte[] wrapped, CancellationToken cancellation) =>
        throw new NotSupportedException("Rotation is tested on databases.");

    public Task SetOnlyEncryptedAsync(TenantId tenant, CancellationToken cancellation)
    {
        if (_keys.TryGetValue(tenant, out WrappedTenantKey? key))
        {
            typeof(WrappedTenantKey).GetProperty(nameof(WrappedTenantKey.OnlyEncrypted))!.SetValue(key, true);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(TenantId tenant, CancellationToken cancellation)
    {
        _keys.TryRemove(tenant, out _);
        return Task.CompletedTask;
    }
}
