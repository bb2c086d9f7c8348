using Headshots.Core.Campaigns;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Campaigns;

internal sealed class CampaignStore(HeadshotsDbContext context) : ICampaignStore
{
    public Task<Campaign?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<Campaign>(tenant).FirstOrDefaultAsync(c => c.Id == id, cancellation);

    public async Task<IReadOnlyList<Campaign>> ListAsync(TenantId tenant, CancellationToken cancellation) =>
        await context.Rows<Campaign>(tenant).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).ToListAsync(cancellation);

    public void Add(Campaign campaign) => context.Add(campaign);

    public void Remove(Campaign campaign) => context.Remove(campaign);
}
