using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Web.Employee;

/// <summary>Finds where somebody stands.</summary>
internal sealed class Standings(ISubmissionStore submissions, IRenderJobStore jobs, IHeadshotStore headshots)
{
    public async Task<Standing> OfAsync(OpenedInvitation opened, CancellationToken cancellation)
    {
        TenantId tenant = opened.Tenant.Id;
        IReadOnlyList<Submission> all = await submissions.OfInvitationAsync(tenant, opened.Invitation.Id, cancellation);
        Submission? draft = all.FirstOrDefault(s => s.State == SubmissionState.Draft);
        Submission? sent = all.FirstOrDefault(s => s.State is SubmissionState.Sent or SubmissionState.Rendered or SubmissionState.Failed);
        return sent is null
            ? new Standing(draft, null, null, [])
            : new Standing(
                draft,
                sent,
                await jobs.OfSubmissionAsync(tenant, sent.Id, cancellation),
                await headshots.OfSubmissionAsync(tenant, sent.Id, cancellation));
    }
}
