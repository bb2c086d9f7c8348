using Headshots.Core.Audit;
using Headshots.Core.Campaigns;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Invitations;

/// <summary>What a link leads to.</summary>
public sealed record OpenedInvitation(Invitation Invitation, Person Person, Campaign Campaign, Tenant Tenant)
{
    /// <summary>The person, as who they act.</summary>
    public Caller Caller => new(Tenant.Id, new Actor(ActorKind.Employee, Person.Id.ToString("N"), Person.Name));
}

/// <summary>Finds what a link leads to; says why where it leads nowhere any more.</summary>
public sealed class OpenInvitation(
    IInvitationStore invitations, IPersonStore people, ICampaignStore campaigns, ITenantStore tenants, IAuditLog audit, OpeningWork work)
{
    /// <summary>Opens the link and notes that it was opened for the first time.</summary>
    public async Task<Result<OpenedInvitation>> HandleAsync(string? token, CancellationToken cancellation)
    {
        Result<OpenedInvitation> found = await FindAsync(token, cancellation);
        if (found.Ok && found.Value.Invitation.OpenedAt is null)
        {
            OpenedInvitation opened = found.Value;
            opened.Invitation.Open(work.Time.GetUtcNow());
            if (opened.Person.Stage is PhotoStage.None or PhotoStage.Invited)
            {
                opened.Person.MoveTo(PhotoStage.Opened);
            }

            audit.Record(opened.Caller, "invitation.opened", "invitation", opened.Invitation.Id, opened.Person.Name);

            Result<Done> saved = await work.Unit.SaveAsync(cancellation);
            if (!saved.Ok)
            {
                // Two tabs opened it at once. Nothing is left to note, but what was read is forgotten, and a page that went on
                // with it would change rows that nobody writes.
                return await FindAsync(token, cancellation);
            }
        }

        return found;
    }

    /// <summary>Finds what a link leads to without noting anything. Withdrawing must be possible when the campaign is over, hence <paramref name="evenIfClosed"/>.</summary>
    public async Task<Result<OpenedInvitation>> FindAsync(string? token, CancellationToken cancellation, bool evenIfClosed = false)
    {
        if (!InvitationTokens.LooksRight(token)
            || await invitations.FindByTokenHashAsync(InvitationTokens.Hash(token!), cancellation) is not { } invitation)
        {
            return InvitationProblems.Unknown;
        }

        TenantId tenantId = invitation.TenantId;
        Tenant? tenant = await tenants.FindAsync(tenantId, cancellation);
        Person? person = await people.FindAsync(tenantId, invitation.PersonId, cancellation);
        Campaign? campaign = await campaigns.FindAsync(tenantId, invitation.CampaignId, cancellation);
        if (tenant is null || person is null || campaign is null)
        {
            return InvitationProblems.Unknown;
        }

        if (!evenIfClosed)
        {
            if (!tenant.IsOpen)
            {
                return InvitationProblems.CompanyClosed;
            }

            // A headshot that was sent in time can still be chosen and looked at when the campaign is over.
            bool underWay = invitation.Stage is >= InvitationStage.Submitted;
            if (invitation.RevokedAt is not null)
            {
                return InvitationProblems.Revoked;
            }

            if (!underWay && invitation.Closed(work.Time.GetUtcNow()) is { } closed)
            {
                return closed;
            }

            // Whoever was asked for another photo may send it though the others have had their time.
            if (!underWay && invitation.Stage != InvitationStage.Retake && campaign.State == CampaignState.Closed)
            {
                return InvitationProblems.CampaignClosed;
            }
        }

        return new OpenedInvitation(invitation, person, campaign, tenant);
    }
}

/// <summary>What opening a link needs besides its stores.</summary>
public sealed record OpeningWork(IUnitOfWork Unit, TimeProvider Time);
