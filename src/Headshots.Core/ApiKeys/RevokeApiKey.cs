using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.ApiKeys;

/// <summary>An owner ends a key; the next request with it is refused.</summary>
public sealed class RevokeApiKey(IApiKeyStore keys, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await keys.FindAsync(caller.Tenant, id, cancellation) is not { } key)
        {
            return SharedProblems.NotFound;
        }

        if (key.RevokedAt is not null)
        {
            return default(Done);
        }

        key.Revoke(time.GetUtcNow());
        audit.Record(caller, "api_key.revoked", "api_key", key.Id, key.Name);
        return await work.SaveAsync(cancellation);
    }
}
