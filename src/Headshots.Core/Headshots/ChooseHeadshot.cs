using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Headshots;

/// <summary>A person picks the one they like. They may pick another until a reviewer has decided.</summary>
public sealed class ChooseHeadshot(IHeadshotStore headshots, ISubmissionStore submissions, Approving approving, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public async Task<Result<Headshot>> HandleAsync(OpenedInvitation opened, Guid headshotId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        TenantId tenant = opened.Tenant.Id;
        if (await headshots.FindAsync(tenant, headshotId, cancellation) is not { } headshot || headshot.InvitationId != opened.Invitation.Id)
        {
            return SharedProblems.NotFound;
        }

        if (await submissions.FindAsync(tenant, headshot.SubmissionId, cancellation) is not { State: SubmissionState.Rendered })
        {
            return HeadshotProblems.NotACandidate;
        }

        IReadOnlyList<Headshot> siblings = await headshots.OfSubmissionAsync(tenant, headshot.SubmissionId, cancellation);
        if (siblings.Any(h => h.State is HeadshotState.Approved or HeadshotState.Rejected))
        {
            return HeadshotProblems.NotACandidate;
        }

        if (headshot.State == HeadshotState.Chosen)
        {
            return headshot;
        }

        foreach (Headshot other in siblings.Where(h => h.State == HeadshotState.Chosen))
        {
            other.BackToCandidate();
        }

        DateTimeOffset now = time.GetUtcNow();
        if (headshot.Choose(now) is { } refused)
        {
            return refused;
        }

        opened.Invitation.Choose(now);
        opened.Person.MoveTo(PhotoStage.Chosen);
        audit.Record(opened.Caller, "headshot.chosen", "headshot", headshot.Id, opened.Person.Name);
        if (opened.Tenant.Settings.AutoApproval is { } rule && AutoApproval.Allows(rule, headshot))
        {
            if (await approving.ApproveAsync(Caller.System(tenant), headshot, opened.Invitation, opened.Person, byRule: true, cancellation) is { } problem)
            {
                return problem;
            }
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? headshot : saved.Problem;
    }
}
