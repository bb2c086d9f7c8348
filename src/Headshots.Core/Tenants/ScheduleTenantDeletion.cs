using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>
/// Decides that a whole company is deleted, and takes that back. Until the day comes members can enter, to take their headshots
/// with them or to think again; links are closed, nothing is rendered and no mail leaves.
/// </summary>
public sealed class ScheduleTenantDeletion(ITenantStore tenants, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <param name="caller">An owner, or the operator.</param>
    /// <param name="name">The company's name, typed: nobody deletes a company by one click.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>When it is deleted.</returns>
    public async Task<Result<DateTimeOffset>> ScheduleAsync(Caller caller, string? name, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(caller.Tenant, cancellation) is not { } tenant)
        {
            return SharedProblems.NotFound;
        }

        if (!string.Equals(name?.Trim(), tenant.Name, StringComparison.Ordinal))
        {
            return TenantProblems.NameDiffers;
        }

        // A second order does not put the first one off.
        DateTimeOffset due = tenant.DeletionDueAt ?? time.GetUtcNow() + Grace;
        tenant.DeleteAt(due);
        audit.Record(caller, "tenant.deletion_scheduled", "tenant", tenant.Id.Value, $"Everything will be deleted on {due:yyyy-MM-dd}");
        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? due : saved.Problem;
    }

    public async Task<Result<Done>> CancelAsync(Caller caller, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(caller.Tenant, cancellation) is not { } tenant)
        {
            return SharedProblems.NotFound;
        }

        tenant.DeleteAt(null);
        audit.Record(caller, "tenant.deletion_cancelled", "tenant", tenant.Id.Value, "The deletion was taken back");
        return await work.SaveAsync(cancellation);
    }
}
