using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Campaigns;

/// <summary>Invites people into a campaign. Who is in it already, or has left, is passed over, so doing it twice invites nobody twice.</summary>
public sealed class InvitePeople(
    ICampaignStore campaigns,
    IPersonStore people,
    IInvitationStore invitations,
    IMailOutbox mails,
    InvitationTokens tokens,
    Invitables who)
{
    /// <summary>Invitations are written in portions, so that a large company does not hold the database.</summary>
    private const int Portion = 250;

    /// <returns>How many were invited.</returns>
    public async Task<Result<int>> HandleAsync(Caller caller, Guid campaignId, IReadOnlyCollection<Guid> personIds, bool sendMail, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(caller.Tenant, campaignId, cancellation) is not { } campaign)
        {
            return SharedProblems.NotFound;
        }

        if (campaign.State == CampaignState.Closed)
        {
            return CampaignProblems.Closed;
        }

        int invited = 0;
        DateTimeOffset now = who.Time.GetUtcNow();
        Tenant? tenant = await who.Tenants.FindAsync(caller.Tenant, cancellation);
        DateTimeOffset latest = now.AddDays(tenant?.Settings.InvitationDays ?? new TenantSettings().InvitationDays);
        DateTimeOffset expires = campaign.DueAt < latest ? campaign.DueAt : latest;
        if (tenant is { Settings.AllowedDomains.Count: > 0 } && await OutsideAsync(tenant, personIds, cancellation) is { } outside)
        {
            return outside;
        }

        foreach (Guid[] portion in personIds.Distinct().Chunk(Portion))
        {
            IReadOnlySet<Guid> already = await invitations.InvitedAsync(caller.Tenant, campaignId, portion, cancellation);
            int before = invited;
            foreach (Person person in await people.FindAsync(caller.Tenant, portion, cancellation))
            {
                if (person.Status != PersonStatus.Active || already.Contains(person.Id))
                {
                    continue;
                }

                Invitation invitation = Invitation.Create(caller.Tenant, who.Ids.New(), campaignId, person.Id, expires, now);
                invitation.SetToken(tokens.HashFor(invitation));
                invitations.Add(invitation);
                if (person.Stage is PhotoStage.None)
                {
                    person.MoveTo(PhotoStage.Invited);
                }

                if (sendMail)
                {
                    mails.Add(OutgoingMail.Create(caller.Tenant, who.Ids.New(), MailKind.Invitation, person.Id, invitation.Id, now));
                }

                invited++;
            }

            if (invited > before)
            {
                who.Audit.Record(caller, "campaign.invited", "campaign", campaign.Id, $"{invited - before} people into {campaign.Name}");
            }

            Result<Done> saved = await who.Work.SaveAsync(cancellation);
            if (!saved.Ok)
            {
                return saved.Problem;
            }
        }

        return invited > 0 ? invited : CampaignProblems.NobodyToInvite;
    }

    /// <summary>A link sent to an address that is not the company's is a link given away: said before anybody is invited.</summary>
    private async Task<Problem?> OutsideAsync(Tenant tenant, IReadOnlyCollection<Guid> personIds, CancellationToken cancellation)
    {
        List<string> outside = [];
        foreach (Guid[] portion in personIds.Distinct().Chunk(Portion))
        {
            outside.AddRange((await people.FindAsync(tenant.Id, portion, cancellation))
                .Where(p => p.Status == PersonStatus.Active && !tenant.Settings.Allows(p.Email)).Select(p => p.Name));
        }

        return outside.Count == 0 ? null : CampaignProblems.OutsideDomains(outside);
    }
}

/// <summary>What inviting needs besides its stores.</summary>
public sealed record Invitables(ITenantStore Tenants, IAuditLog Audit, IUnitOfWork Work, IIds Ids, TimeProvider Time);
