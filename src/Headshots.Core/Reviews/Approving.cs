using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Shared;

namespace Headshots.Core.Reviews;

/// <summary>What an approval does, whoever gives it: the headshot becomes the person's, the one before is superseded.</summary>
public sealed class Approving(IHeadshotStore headshots, IReviewStore reviews, IMailOutbox mails, IAuditLog audit, IIds ids, TimeProvider time)
{
    internal async Task<Problem?> ApproveAsync(Caller caller, Headshot headshot, Invitation invitation, Person person, bool byRule, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (headshot.Approve(now) is { } refused)
        {
            return refused;
        }

        Guid? before = person.HeadshotId;
        if (before is { } id && await headshots.FindAsync(caller.Tenant, id, cancellation) is { State: HeadshotState.Approved } replaced)
        {
            replaced.Supersede();
        }

        person.Approve(headshot.Id);
        invitation.Approve(now);
        reviews.Add(Review.Create(ids.New(), caller, headshot, byRule ? ReviewDecision.ApprovedByRule : ReviewDecision.Approved, string.Empty, before, now));
        mails.Add(OutgoingMail.Create(caller.Tenant, ids.New(), MailKind.Approved, person.Id, invitation.Id, now.AddMinutes(UndoMinutes)));
        audit.Record(caller, "headshot.approved", "headshot", headshot.Id, byRule ? $"{person.Name}, by rule" : person.Name, person.Id);
        return null;
    }

    /// <summary>Mails about a review wait this long, so that what is undone at once is not announced.</summary>
    internal const int UndoMinutes = 2;
}
