using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>The operator keeps a company out, and lets it in again. Members and employees are told; work stops; nothing is deleted.</summary>
public sealed class SuspendTenant(ITenantStore tenants, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public Task<Result<Tenant>> SuspendAsync(TenantId id, CancellationToken cancellation) =>
        ChangeAsync(id, "tenant.suspended", "The operator suspended the account", tenant => tenant.Suspend(time.GetUtcNow()), cancellation);

    public Task<Result<Tenant>> ResumeAsync(TenantId id, CancellationToken cancellation) =>
        ChangeAsync(id, "tenant.resumed", "The operator opened the account again", tenant => tenant.Resume(), cancellation);

    private async Task<Result<Tenant>> ChangeAsync(TenantId id, string action, string summary, Action<Tenant> change, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(id, cancellation) is not { } tenant)
        {
            return SharedProblems.NotFound;
        }

        change(tenant);
        audit.Record(Caller.System(id), action, "tenant", id.Value, summary);
        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? tenant : saved.Problem;
    }
}
