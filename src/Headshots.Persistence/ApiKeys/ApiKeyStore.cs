using Headshots.Core.ApiKeys;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.ApiKeys;

internal sealed class ApiKeyStore(HeadshotsDbContext context) : IApiKeyStore
{
    public Task<ApiKey?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<ApiKey>(tenant).FirstOrDefaultAsync(k => k.Id == id, cancellation);

    public async Task<IReadOnlyList<ApiKey>> ListAsync(TenantId tenant, int most, CancellationToken cancellation) =>
        await context.Rows<ApiKey>(tenant).AsNoTracking().OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id).Take(most).ToListAsync(cancellation);

    public Task UsedAsync(TenantId tenant, Guid id, DateTimeOffset now, DateTimeOffset notSince, CancellationToken cancellation) => context.Rows<ApiKey>(tenant)
        .Where(k => k.Id == id && (k.LastUsedAt == null || k.LastUsedAt <= notSince))
        .ExecuteUpdateAsync(row => row.SetProperty(k => k.LastUsedAt, (DateTimeOffset?)now), cancellation);

    public void Add(ApiKey key) => context.Add(key);
}
