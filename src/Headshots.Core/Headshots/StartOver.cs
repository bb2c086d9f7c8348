using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Headshots;

/// <summary>"This isn't me", or just another try: the candidates are put aside and a new draft begins, with the consent that was given.</summary>
public sealed class StartOver(ISubmissionStore submissions, IHeadshotStore headshots, IAuditLog audit, IUnitOfWork work, SendingWork sending)
{
    /// <param name="opened">Whose link.</param>
    /// <param name="notMe">The person does not find themselves in the pictures; counted, so that we hear of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Result<Submission>> HandleAsync(OpenedInvitation opened, bool notMe, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        TenantId tenant = opened.Tenant.Id;
        IReadOnlyList<Submission> all = await submissions.OfInvitationAsync(tenant, opened.Invitation.Id, cancellation);
        if (all.FirstOrDefault(s => s.State == SubmissionState.Draft) is { } draft)
        {
            return draft;
        }

        if (all.Count == 0)
        {
            return SubmissionProblems.ConsentNeeded;
        }

        foreach (Headshot headshot in await headshots.OfSubmissionAsync(tenant, all[0].Id, cancellation))
        {
            if (headshot.State == HeadshotState.Approved)
            {
                return HeadshotProblems.AlreadyApproved;
            }

            if (headshot.State == HeadshotState.Chosen)
            {
                headshot.BackToCandidate();
            }
        }

        Submission again = Submission.Create(tenant, sending.Ids.New(), opened.Invitation, SubmissionKind.Selfies, all[0].Consent, sending.Time.GetUtcNow());
        submissions.Add(again);
        opened.Invitation.AskForRetake(opened.Invitation.RetakeReason, sending.Time.GetUtcNow());
        opened.Person.MoveTo(PhotoStage.Retake);
        audit.Record(opened.Caller, notMe ? "headshot.not_me" : "submission.restarted", "person", opened.Person.Id, opened.Person.Name);
        Result<Done> saved = await work.SaveAsync(cancellation);
        if (saved.Ok)
        {
            return again;
        }

        // A double click: there is one new draft, whoever made it.
        all = await submissions.OfInvitationAsync(tenant, opened.Invitation.Id, cancellation);
        return all.FirstOrDefault(s => s.State == SubmissionState.Draft) is { } other ? other : saved.Problem;
    }
}
