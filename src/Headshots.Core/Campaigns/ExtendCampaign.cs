using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;

namespace Headshots.Core.Campaigns;

/// <summary>Gives a campaign and its open invitations a later date; a closed one runs again.</summary>
public sealed class ExtendCampaign(ICampaignStore campaigns, IInvitationStore invitations, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid campaignId, DateTimeOffset dueAt, CancellationToken cancellation)
    {
        if (dueAt <= time.GetUtcNow())
        {
            return CampaignProblems.DueInThePast;
        }

        if (await campaigns.FindAsync(caller.Tenant, campaignId, cancellation) is not { } campaign)
        {
            return SharedProblems.NotFound;
        }

        campaign.Reopen(dueAt);
        audit.Record(caller, "campaign.extended", "campaign", campaign.Id, $"{campaign.Name}, until {dueAt:yyyy-MM-dd}");
        Result<Done> saved = await work.SaveAsync(cancellation);
        if (saved.Ok)
        {
            await invitations.ExtendAsync(caller.Tenant, campaignId, dueAt, cancellation);
        }

        return saved;
    }
}
