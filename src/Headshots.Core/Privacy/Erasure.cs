using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Core.Submissions;

namespace Headshots.Core.Privacy;

/// <summary>What erasing needs besides its stores.</summary>
public sealed record ErasingWork(IMailOutbox Mails, IAuditLog Audit, IUnitOfWork Unit, IIds Ids, TimeProvider Time);

/// <summary>What proves that something was agreed to and deleted.</summary>
public sealed record ErasureProofs(IConsentLedger Consents, IReceiptStore Receipts, ISigningKey Key);

/// <summary>Everything that hangs on a person.</summary>
public sealed class PersonalData(
    ISubmissionStore submissions, IHeadshotStore headshots, IRenderJobStore jobs, IReviewStore reviews, IInvitationStore invitations, IMailOutbox mails)
{
    /// <param name="tenant">Whose.</param>
    /// <param name="personId">Which person.</param>
    /// <param name="withPerson">Whether their invitations and the memory of mails go too.</param>
    /// <param name="now">When links end.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<RemovedRows> RemoveAsync(TenantId tenant, Guid personId, bool withPerson, DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<RenderJob> ofJobs = await jobs.OfPersonAsync(tenant, personId, cancellation);
        IReadOnlyList<Review> ofReviews = await reviews.OfPersonAsync(tenant, personId, cancellation);
        IReadOnlyList<Headshot> ofHeadshots = await headshots.OfPersonAsync(tenant, personId, cancellation);
        IReadOnlyList<Submission> ofSubmissions = await submissions.OfPersonAsync(tenant, personId, cancellation);
        IReadOnlyList<Invitation> ofInvitations = await invitations.OfPersonAsync(tenant, personId, cancellation);
        OutgoingMail[] ofMails = [.. (await mails.OfPersonAsync(tenant, personId, cancellation)).Where(m => withPerson || m.State == MailState.Waiting)];
        RemoveAll(ofJobs, jobs.Remove);
        RemoveAll(ofReviews, reviews.Remove);
        RemoveAll(ofHeadshots, headshots.Remove);
        RemoveAll(ofSubmissions, submissions.Remove);
        RemoveAll(ofMails, mails.Remove);
        RemoveAll(ofInvitations, withPerson ? invitations.Remove : invitation => invitation.EndAndForget(now));
        DeletedCounts counts = new(
            ofSubmissions.Sum(s => s.Selfies.Count), ofHeadshots.Count, 0, ofSubmissions.Count, ofReviews.Count, ofJobs.Count, withPerson ? ofInvitations.Count : 0, ofMails.Length);
        return new RemovedRows(counts, [.. ofMails.Select(m => m.Id)]);
    }

    private static void RemoveAll<T>(IReadOnlyList<T> rows, Action<T> remove)
    {
        foreach (T row in rows)
        {
            remove(row);
        }
    }
}

/// <param name="Counts">Without files.</param>
/// <param name="Mails">Whose text may still lie where mails are laid.</param>
internal sealed record RemovedRows(DeletedCounts Counts, IReadOnlyList<Guid> Mails);
