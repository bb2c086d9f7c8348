using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Rendering;

/// <summary>
/// Records how a job ended: job, headshots, invitation and person in one transaction, and only while the lease holds. When it
/// does not, the files that were made are deleted and nothing else is changed.
/// </summary>
public sealed class RecordRender(
    ISubmissionStore submissions, IInvitationStore invitations, IPersonStore people, IHeadshotStore headshots, IBlobStore blobs, RecordingWork work)
{
    internal async Task DoneAsync(RenderJob job, string worker, string prefix, IReadOnlyList<MadeCandidate> made, CancellationToken cancellation)
    {
        DateTimeOffset now = work.Time.GetUtcNow();
        if (!job.IsLeasedBy(worker) || await submissions.FindAsync(job.TenantId, job.SubmissionId, cancellation) is not { } submission)
        {
            await blobs.DeleteAllAsync(job.TenantId, prefix, cancellation);
            return;
        }

        Invitation? invitation = await invitations.FindAsync(job.TenantId, submission.InvitationId, cancellation);
        Person? person = await people.FindAsync(job.TenantId, job.PersonId, cancellation);
        Headshot[] results = [.. made.Select((m, i) => Headshot.Create(work.Ids.New(), job, submission, m, i, now))];
        foreach (Headshot headshot in results)
        {
            headshots.Add(headshot);
        }

        if (job.BasedOnHeadshotId is null)
        {
            if (submission.State == SubmissionState.Sent)
            {
                submission.Rendered();
                invitation?.Render(now);
                person?.MoveTo(PhotoStage.Rendered);
                if (invitation is not null)
                {
                    work.Mails.Add(OutgoingMail.Create(job.TenantId, work.Ids.New(), MailKind.Ready, job.PersonId, invitation.Id, now.AddMinutes(ReadyMailMinutes)));
                }
            }
        }
        else
        {
            // The person chose this photo before; only the kit is new, so it goes to the reviewers at once.
            _ = results[0].Choose(now);
        }

        job.Finish(now);
        work.Audit.Record(Caller.System(job.TenantId), "submission.rendered", "person", job.PersonId, $"{made.Count} headshots");
        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        if (!saved.Ok)
        {
            // Taken over, cancelled or withdrawn in the last moment: what is in the database is right, these files are not.
            // Or only somebody's row was edited meanwhile: then the job is still ours, and is begun anew at once.
            await HandBackAsync(job, worker, prefix, CancellationToken.None);
            return;
        }

        for (int earlier = 1; earlier < job.Attempts; earlier++)
        {
            await blobs.DeleteAllAsync(job.TenantId, PhotoKeys.Renders(job.PersonId, job.Id, earlier), CancellationToken.None);
        }
    }

    /// <summary>The photos cannot become a headshot: the person is told why and asked for another.</summary>
    internal async Task RefusedAsync(RenderJob job, string worker, RenderedPhoto refused, CancellationToken cancellation)
    {
        DateTimeOffset now = work.Time.GetUtcNow();
        if (!job.IsLeasedBy(worker))
        {
            return;
        }

        VerdictReason reason = refused.Reasons.Count > 0 ? refused.Reasons[0] : new VerdictReason("unknown", "No headshot could be made.", "Try another photo.");
        await EndWithoutAsync(job, reason, now, cancellation);
        job.Refuse(reason.Code, $"{reason.Message} {reason.Advice}", now);
        await RefundUnlessRenderedAsync(job, cancellation);
        if (!await SaveAsync(cancellation))
        {
            await HandBackAsync(job, worker, PhotoKeys.Renders(job.PersonId, job.Id, job.Attempts), CancellationToken.None);
        }
    }

    /// <summary>Given up after too many tries.</summary>
    internal async Task FailedAsync(RenderJob job, CancellationToken cancellation)
    {
        work.Audit.Record(Caller.System(job.TenantId), "submission.failed", "person", job.PersonId, job.ReasonText);
        await RefundUnlessRenderedAsync(job, cancellation);
        _ = await SaveAsync(cancellation);
    }

    internal async Task HoldAsync(RenderJob job, string worker, string code, string text, CancellationToken cancellation)
    {
        if (job.IsLeasedBy(worker))
        {
            job.Hold(code, text);
            _ = await SaveAsync(cancellation);
        }
    }

    internal async Task HandBackAsync(RenderJob job, string worker, string prefix, CancellationToken cancellation)
    {
        work.Unit.Forget();
        await blobs.DeleteAllAsync(job.TenantId, prefix, cancellation);
        if (await work.Jobs.FindAsync(job.TenantId, job.Id, cancellation) is { } current && current.IsLeasedBy(worker))
        {
            current.HandBack(work.Time.GetUtcNow());
            _ = await SaveAsync(cancellation);
        }
    }

    internal async Task FaultAsync(RenderJob job, string worker, string prefix, string text, CancellationToken cancellation)
    {
        work.Unit.Forget();
        await blobs.DeleteAllAsync(job.TenantId, prefix, cancellation);
        DateTimeOffset now = work.Time.GetUtcNow();
        if (await work.Jobs.FindAsync(job.TenantId, job.Id, cancellation) is { } current && current.IsLeasedBy(worker))
        {
            current.Fault(text, now);
            if (current.State == RenderJobState.Failed)
            {
                await FailedAsync(current, cancellation);
            }
            else
            {
                _ = await SaveAsync(cancellation);
            }
        }
    }

    private async Task EndWithoutAsync(RenderJob job, VerdictReason reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (job.BasedOnHeadshotId is not null || await submissions.FindAsync(job.TenantId, job.SubmissionId, cancellation) is not { State: SubmissionState.Sent } submission)
        {
            return;
        }

        submission.Failed();
        if (await invitations.FindAsync(job.TenantId, submission.InvitationId, cancellation) is { } invitation)
        {
            invitation.AskForRetake($"{reason.Message} {reason.Advice}", now);
            work.Mails.Add(OutgoingMail.Create(job.TenantId, work.Ids.New(), MailKind.Retake, job.PersonId, invitation.Id, now.AddMinutes(ReadyMailMinutes)));
        }

        if (await people.FindAsync(job.TenantId, job.PersonId, cancellation) is { } person)
        {
            person.MoveTo(PhotoStage.Retake);
        }
    }

    /// <summary>In the transaction that ends the job, so that no crash between the two keeps somebody's credit.</summary>
    private async Task RefundUnlessRenderedAsync(RenderJob job, CancellationToken cancellation)
    {
        if ((await headshots.OfPersonAsync(job.TenantId, job.PersonId, cancellation)).Count == 0)
        {
            work.Credits.Refund(job.TenantId, job.PersonId, "No headshot could be made");
        }
    }

    private async Task<bool> SaveAsync(CancellationToken cancellation) => (await work.Unit.SaveAsync(cancellation)).Ok;

    /// <summary>Who waits in front of the screen needs no mail: it is dropped when they have chosen by then.</summary>
    private const int ReadyMailMinutes = 5;
}

/// <summary>What recording needs besides its stores.</summary>
public sealed record RecordingWork(
    IRenderJobStore Jobs, Credits.ICreditLedger Credits, IMailOutbox Mails, IAuditLog Audit, IUnitOfWork Unit, IIds Ids, TimeProvider Time);
