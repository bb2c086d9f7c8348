using Headshots.Core.Audit;
using Headshots.Core.BrandKits;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

/// <summary>A person sends their photos: the draft is closed and a job to render it is there, in one transaction.</summary>
public sealed class SendSubmission(ISubmissionStore submissions, IBrandKitStore kits, IRenderJobStore jobs, IRenderNudge nudge, SendingWork sending)
{
    /// <returns>The submission; the same one when it was sent already, so that a double click does no harm.</returns>
    public async Task<Result<Submission>> HandleAsync(OpenedInvitation opened, SubmissionKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        TenantId tenant = opened.Tenant.Id;
        IReadOnlyList<Submission> all = await submissions.OfInvitationAsync(tenant, opened.Invitation.Id, cancellation);
        if (all.FirstOrDefault(s => s.State == SubmissionState.Draft) is not { } draft)
        {
            return all.FirstOrDefault(s => s.State == SubmissionState.Sent) is { } sent ? sent : SubmissionProblems.ConsentNeeded;
        }

        draft.Become(kind);
        DateTimeOffset now = sending.Time.GetUtcNow();
        if (draft.Send(now) is { } refused)
        {
            return refused;
        }

        if (await kits.FindAsync(tenant, opened.Campaign.KitId, cancellation) is not { CurrentVersionId: { } kitVersion })
        {
            return BrandKitProblems.NeverPublished;
        }

        foreach (Submission earlier in all.Where(s => s != draft && s.State is SubmissionState.Sent or SubmissionState.Rendered or SubmissionState.Failed))
        {
            earlier.Replace();
        }

        RenderJob job = RenderJob.ForSubmission(draft, sending.Ids.New(), kitVersion, now);
        jobs.Add(job);
        opened.Invitation.Submit(now);
        opened.Person.MoveTo(PhotoStage.Submitted);
        sending.Audit.Record(opened.Caller, "submission.sent", "person", opened.Person.Id, $"{draft.Selfies.Count} photos");
        Result<Done> saved = await sending.Unit.SaveAsync(cancellation);
        if (!saved.Ok)
        {
            // A double click: whichever came second finds it sent.
            return await submissions.FindAsync(tenant, draft.Id, cancellation) is { State: not SubmissionState.Draft } other ? other : saved.Problem;
        }

        await nudge.RenderAsync(tenant, job.Id, job.Priority, cancellation);
        return draft;
    }
}

/// <summary>What sending needs besides its stores.</summary>
public sealed record SendingWork(IAuditLog Audit, IUnitOfWork Unit, IIds Ids, TimeProvider Time);
