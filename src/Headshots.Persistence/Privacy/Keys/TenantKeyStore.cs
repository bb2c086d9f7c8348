using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Privacy.Keys;

internal sealed class TenantKeyStore(IContextSource contexts) : ITenantKeyStore
{
    public async Task<WrappedTenantKey?> FindAsync(TenantId tenant, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        return await context.Rows<WrappedTenantKey>(tenant).AsNoTracking().FirstOrDefaultAsync(cancellation);
    }

    public async Task<bool> TryAddAsync(WrappedTenantKey key, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        context.Fence.Ask(key.TenantId);
        context.Add(key);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (Exception e) when (DatabaseErrors.IsViolation(e))
        {
            return false;
        }
    }

    public async Task<bool> RewrapAsync(TenantId tenant, string fromMaster, string toMaster, byte[] wrapped, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        return await context.Rows<WrappedTenantKey>(tenant).Where(k => k.MasterKeyId == fromMaster)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.MasterKeyId, toMaster).SetProperty(k => k.Wrapped, wrapped), cancellation) > 0;
    }

    public async Task SetOnlyEncryptedAsync(TenantId tenant, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        await context.Rows<WrappedTenantKey>(tenant).ExecuteUpdateAsync(set => set.SetProperty(k => k.OnlyEncrypted, true), cancellation);
    }

    public async Task DeleteAsync(TenantId tenant, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        await context.Rows<WrappedTenantKey>(tenant).ExecuteDeleteAsync(cancellation);
    }
}
