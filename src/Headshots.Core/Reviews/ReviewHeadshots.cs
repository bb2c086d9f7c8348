using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Shared;

namespace Headshots.Core.Reviews;

/// <param name="HeadshotIds">One or many.</param>
/// <param name="Approve">Or reject.</param>
/// <param name="Reason">For the person, needed to reject; up to 500 characters.</param>
public sealed record ReviewRequest(IReadOnlyCollection<Guid> HeadshotIds, bool Approve, string? Reason);

/// <summary>Approves headshots, or rejects them with a reason and a mail with a link to take another photo.</summary>
public sealed class ReviewHeadshots(IHeadshotStore headshots, IReviewStore reviews, Approving approving, IMailOutbox mails, ReviewedPeople people, IUnitOfWork work)
{
    private const int Portion = 100;

    /// <returns>How many were decided; those that somebody else decided meanwhile are passed over.</returns>
    public async Task<Result<int>> HandleAsync(Caller caller, ReviewRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        string reason = request.Reason?.Trim() ?? string.Empty;
        if (!request.Approve && reason.Length is 0 or > 500)
        {
            return HeadshotProblems.ReasonNeeded;
        }

        int decided = 0;
        foreach (Guid[] portion in request.HeadshotIds.Distinct().Chunk(Portion))
        {
            int before = decided;
            foreach (Headshot headshot in await headshots.FindAsync(caller.Tenant, portion, cancellation))
            {
                (Invitation? invitation, Person? person) = await people.OfAsync(headshot, cancellation);
                if (invitation is null || person is null)
                {
                    continue;
                }

                Problem? problem = request.Approve
                    ? await approving.ApproveAsync(caller, headshot, invitation, person, byRule: false, cancellation)
                    : Reject(caller, headshot, invitation, person, reason);
                decided += problem is null ? 1 : 0;
            }

            Result<Done> saved = await work.SaveAsync(cancellation);
            if (!saved.Ok)
            {
                return before > 0 ? before : saved.Problem;
            }
        }

        return decided > 0 ? decided : HeadshotProblems.NotWaiting;
    }

    private Problem? Reject(Caller caller, Headshot headshot, Invitation invitation, Person person, string reason)
    {
        DateTimeOffset now = people.Time.GetUtcNow();
        if (headshot.Reject(reason, now) is { } refused)
        {
            return refused;
        }

        invitation.AskForRetake(reason, now);

        person.MoveTo(person.HeadshotId is null ? PhotoStage.Retake : PhotoStage.Approved);
        reviews.Add(Review.Create(people.Ids.New(), caller, headshot, ReviewDecision.Rejected, reason, null, now));
        mails.Add(OutgoingMail.Create(caller.Tenant, people.Ids.New(), MailKind.Retake, person.Id, invitation.Id, now.AddMinutes(Approving.UndoMinutes)));
        people.Audit.Record(caller, "headshot.rejected", "headshot", headshot.Id, person.Name, person.Id);
        return null;
    }
}

/// <summary>Whose headshot it is, and what a review notes.</summary>
public sealed class ReviewedPeople(IPersonStore people, IInvitationStore invitations, IAuditLog audit, IIds ids, TimeProvider time)
{
    internal IAuditLog Audit => audit;

    internal IIds Ids => ids;

    internal TimeProvider Time => time;

    internal async Task<(Invitation? Invitation, Person? Person)> OfAsync(Headshot headshot, CancellationToken cancellation) => (
        await invitations.FindAsync(headshot.TenantId, headshot.InvitationId, cancellation),
        await people.FindAsync(headshot.TenantId, headshot.PersonId, cancellation));
}
