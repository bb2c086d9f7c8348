using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Reviews;

/// <summary>Takes a review back: the headshot waits again, and one that an approval replaced is the person's again.</summary>
public sealed class UndoReview(IHeadshotStore headshots, IReviewStore reviews, ISubmissionStore submissions, ReviewedPeople people, IUnitOfWork work)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid headshotId, CancellationToken cancellation)
    {
        if (await headshots.FindAsync(caller.Tenant, headshotId, cancellation) is not { } headshot)
        {
            return SharedProblems.NotFound;
        }

        (Invitation? invitation, Person? person) = await people.OfAsync(headshot, cancellation);
        IReadOnlyList<Review> history = await reviews.OfHeadshotAsync(caller.Tenant, headshotId, cancellation);
        if (invitation is null || person is null || history.Count == 0)
        {
            return SharedProblems.NotFound;
        }

        if ((headshot.State == HeadshotState.Approved && person.HeadshotId != headshot.Id)
            || (await submissions.OfInvitationAsync(caller.Tenant, invitation.Id, cancellation)).Any(s => s.CreatedAt > history[0].At))
        {
            return HeadshotProblems.UndoTooLate;
        }

        bool wasApproved = headshot.State == HeadshotState.Approved;
        if (headshot.UndoReview() is { } refused)
        {
            return refused;
        }

        if (wasApproved)
        {
            person.WithdrawHeadshot();
            if (history[0].Replaced is { } id && await headshots.FindAsync(caller.Tenant, id, cancellation) is { State: HeadshotState.Superseded } earlier)
            {
                earlier.ReturnToApproved();
                person.Approve(earlier.Id);
            }
        }

        invitation.BackToChosen();
        if (person.HeadshotId is null)
        {
            person.MoveTo(PhotoStage.Chosen);
        }

        reviews.Add(Review.Create(people.Ids.New(), caller, headshot, ReviewDecision.Undone, string.Empty, null, people.Time.GetUtcNow()));
        people.Audit.Record(caller, "review.undone", "headshot", headshot.Id, person.Name, person.Id);
        return await work.SaveAsync(cancellation);
    }
}
