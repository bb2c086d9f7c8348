using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Campaigns;

/// <summary>Ends a campaign: its links say that it is over. What was sent stays and can still be reviewed.</summary>
public sealed class CloseCampaign(ICampaignStore campaigns, IAuditLog audit, IUnitOfWork work)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid campaignId, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(caller.Tenant, campaignId, cancellation) is not { } campaign)
        {
            return SharedProblems.NotFound;
        }

        campaign.Close();
        audit.Record(caller, "campaign.closed", "campaign", campaign.Id, campaign.Name);
        return await work.SaveAsync(cancellation);
    }
}
