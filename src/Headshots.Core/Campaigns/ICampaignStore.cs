using Headshots.Core.Shared;

namespace Headshots.Core.Campaigns;

public interface ICampaignStore
{
    Task<Campaign?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Campaign>> ListAsync(TenantId tenant, CancellationToken cancellation);

    void Add(Campaign campaign);

    void Remove(Campaign campaign);
}
