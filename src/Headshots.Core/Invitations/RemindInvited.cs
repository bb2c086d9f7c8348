using Headshots.Core.Audit;
using Headshots.Core.Mail;
using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

/// <summary>Reminds people of a campaign who have not sent a photo; nobody more than once a day.</summary>
public sealed class RemindInvited(IInvitationStore invitations, IMailOutbox mails, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    private const int Portion = 250;

    private const int Most = 100_000;

    /// <param name="caller">Who asks.</param>
    /// <param name="campaignId">Whose people.</param>
    /// <param name="only">Only these invitations; null for all who are late.</param>
    /// <param name="cancellation">Stops between portions.</param>
    /// <returns>How many were reminded.</returns>
    public async Task<Result<int>> HandleAsync(Caller caller, Guid campaignId, IReadOnlySet<Guid>? only, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<Guid> late = await invitations.LateAsync(caller.Tenant, campaignId, now, now.AddDays(-1), Most, cancellation);
        int reminded = 0;
        foreach (Guid[] portion in late.Where(id => only?.Contains(id) != false).Chunk(Portion))
        {
            foreach (Invitation invitation in await invitations.FindAsync(caller.Tenant, portion, cancellation))
            {
                invitation.Remind(now);
                mails.Add(OutgoingMail.Create(caller.Tenant, ids.New(), MailKind.Reminder, invitation.PersonId, invitation.Id, now));
                reminded++;
            }

            audit.Record(caller, "campaign.reminded", "campaign", campaignId, $"{portion.Length} people");
            Result<Done> saved = await work.SaveAsync(cancellation);
            if (!saved.Ok)
            {
                return saved.Problem;
            }
        }

        return reminded > 0 ? reminded : InvitationProblems.NobodyToRemind;
    }
}
