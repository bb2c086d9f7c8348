using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

public interface ITenantStore
{
    Task<Tenant?> FindAsync(TenantId tenant, CancellationToken cancellation);

    void Add(Tenant tenant);

    /// <summary>Of every tenant, for work that goes from one to the next; nothing but ids leaves through here.</summary>
    Task<IReadOnlyList<TenantId>> AllAsync(CancellationToken cancellation);

    /// <summary>Removes a tenant's every row. The caller removes its blobs.</summary>
    Task DeleteAsync(TenantId tenant, CancellationToken cancellation);

    Task<IReadOnlyList<Member>> MembersAsync(TenantId tenant, CancellationToken cancellation);

    void Add(Member member);
}
