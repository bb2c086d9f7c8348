using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headshots.Persistence.Tenants;

internal sealed class TenantStore(HeadshotsDbContext context) : ITenantStore
{
    public Task<Tenant?> FindAsync(TenantId tenant, CancellationToken cancellation)
    {
        context.Fence.Ask(tenant);
        return context.Set<Tenant>().FirstOrDefaultAsync(t => t.Id == tenant, cancellation);
    }

    public void Add(Tenant tenant) => context.Add(tenant);

    public async Task<IReadOnlyList<TenantId>> AllAsync(CancellationToken cancellation) =>
        await context.Set<Tenant>().IgnoreQueryFilters().OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<TenantId>> OpenAsync(CancellationToken cancellation) =>
        await context.Set<Tenant>().IgnoreQueryFilters().Where(t => t.SuspendedAt == null && t.DeletionDueAt == null)
            .OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellation);

    public async Task<TenantId?> FindByRealmAsync(string realm, CancellationToken cancellation) =>
        await context.Set<Tenant>().IgnoreQueryFilters().Where(t => t.Realm == realm).Select(t => (TenantId?)t.Id).FirstOrDefaultAsync(cancellation);

    public async Task DeleteAsync(TenantId tenant, CancellationToken cancellation)
    {
        context.Fence.Ask(tenant);
        context.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);

        // The end of the chain first: while it is there, the database lets no audit entry go.
        IEntityType[] types = [context.Model.FindEntityType(typeof(AuditHeadRow))!, .. DependentsFirst(context.Model)];
        foreach (IEntityType type in types)
        {
            await DeleteRowsAsync(type, tenant, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public async Task<IReadOnlyList<Member>> MembersAsync(TenantId tenant, CancellationToken cancellation) =>
        await context.Rows<Member>(tenant).OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellation);

    public Task<Member?> FindMemberAsync(TenantId tenant, Guid memberId, CancellationToken cancellation) =>
        context.Rows<Member>(tenant).FirstOrDefaultAsync(m => m.Id == memberId, cancellation);

    public Task<Member?> FindMemberAsync(TenantId tenant, string identity, CancellationToken cancellation) =>
        context.Rows<Member>(tenant).FirstOrDefaultAsync(m => m.Identity == identity, cancellation);

    public void Add(Member member) => context.Add(member);

    /// <summary>From the model, so that a new table cannot be forgotten.</summary>
    internal static IReadOnlyList<IEntityType> DependentsFirst(IModel model)
    {
        List<IEntityType> left = [.. model.GetEntityTypes()];
        List<IEntityType> ordered = new(left.Count);
        while (left.Count > 0)
        {
            IEntityType next = left.First(type => !left.Any(other => other != type && other.GetForeignKeys().Any(k => k.PrincipalEntityType == type)));
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    private async Task DeleteRowsAsync(IEntityType type, TenantId tenant, CancellationToken cancellation)
    {
        ISqlGenerationHelper sql = context.GetService<ISqlGenerationHelper>();
        string table = sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema());
        string column = sql.DelimitIdentifier(type.ClrType == typeof(Tenant) ? nameof(Tenant.Id) : HeadshotsDbContext.TenantProperty);
        string statement = "DELETE FROM " + table + " WHERE " + column + " = {0}";
        await context.Database.ExecuteSqlRawAsync(statement, [tenant.Value], cancellation);
    }
}
