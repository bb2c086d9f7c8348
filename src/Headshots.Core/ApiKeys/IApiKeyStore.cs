using Headshots.Core.Shared;

namespace Headshots.Core.ApiKeys;

public interface IApiKeyStore
{
    Task<ApiKey?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>The newest first, those that ended among them.</summary>
    Task<IReadOnlyList<ApiKey>> ListAsync(TenantId tenant, int most, CancellationToken cancellation);

    /// <summary>Notes at once that a request came with it, unless one was noted since: many at a time write one row once.</summary>
    Task UsedAsync(TenantId tenant, Guid id, DateTimeOffset now, DateTimeOffset notSince, CancellationToken cancellation);

    void Add(ApiKey key);
}
