using Headshots.Core.Audit;
using Headshots.Core.Campaigns;
using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

/// <summary>Gives a person a new link; the old one ends. Also brings back a revoked or expired invitation.</summary>
public sealed class RenewInvitation(
    IInvitationStore invitations, ICampaignStore campaigns, InvitationTokens tokens, IAuditLog audit, IUnitOfWork work)
{
    /// <returns>The new token.</returns>
    public async Task<Result<string>> HandleAsync(Caller caller, Guid invitationId, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(caller.Tenant, invitationId, cancellation) is not { } invitation
            || await campaigns.FindAsync(caller.Tenant, invitation.CampaignId, cancellation) is not { } campaign)
        {
            return SharedProblems.NotFound;
        }

        if (campaign.State == CampaignState.Closed)
        {
            return CampaignProblems.Closed;
        }

        invitation.NextToken();
        invitation.SetToken(tokens.HashFor(invitation));
        invitation.Restore(campaign.DueAt);
        audit.Record(caller, "invitation.renewed", "invitation", invitation.Id, "A new link", invitation.PersonId);
        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? tokens.TokenFor(invitation) : saved.Problem;
    }
}
