using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

public interface ITenantStore
{
    Task<Tenant?> FindAsync(TenantId tenant, CancellationToken cancellation);

    void Add(Tenant tenant);

    /// <summary>Of every tenant, for work that goes from one to the next; nothing but ids leaves through here.</summary>
    Task<IReadOnlyList<TenantId>> AllAsync(CancellationToken cancellation);

    /// <summary>Of every tenant whose work goes on, see <see cref="Tenant.IsOpen"/>; nothing but ids leaves through here.</summary>
    Task<IReadOnlyList<TenantId>> OpenAsync(CancellationToken cancellation);

    /// <summary>Whose people sign in there. Who comes from the provider's page brings no tenant but this.</summary>
    Task<TenantId?> FindByRealmAsync(string realm, CancellationToken cancellation);

    /// <summary>Removes a tenant's every row. The caller removes its blobs.</summary>
    Task DeleteAsync(TenantId tenant, CancellationToken cancellation);

    Task<IReadOnlyList<Member>> MembersAsync(TenantId tenant, CancellationToken cancellation);

    Task<Member?> FindMemberAsync(TenantId tenant, Guid memberId, CancellationToken cancellation);

    /// <summary>By who they are where they sign in.</summary>
    Task<Member?> FindMemberAsync(TenantId tenant, string identity, CancellationToken cancellation);

    void Add(Member member);
}
