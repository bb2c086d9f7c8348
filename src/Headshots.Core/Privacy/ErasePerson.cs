using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Privacy;

/// <summary>
/// Deletes every photo, headshot and submission of a person, from database and blobs; with the person themselves where they
/// are to be forgotten. The rows and the order to delete the files go in one transaction, so that a crash between the two
/// leaves an order and not a photo.
/// </summary>
public sealed class ErasePerson(IPersonStore people, PersonalData data, IErasureOrders erasures, IBlobStore blobs, ErasingWork work)
{
    /// <param name="caller">The person themselves, or an admin.</param>
    /// <param name="personId">Whose photos.</param>
    /// <param name="forget">Whether the person's own row goes too.</param>
    /// <param name="cancellation">Stops before anything is deleted, not after.</param>
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid personId, bool forget, CancellationToken cancellation)
    {
        if (await people.FindAsync(caller.Tenant, personId, cancellation) is not { } person)
        {
            return SharedProblems.NotFound;
        }

        DateTimeOffset now = work.Time.GetUtcNow();
        Guid? campaignInvitation = await data.RemoveAsync(caller.Tenant, personId, withInvitations: forget, now, cancellation);
        person.WithdrawHeadshot();
        PendingErasure erasure = PendingErasure.Create(caller.Tenant, work.Ids.New(), PhotoKeys.Person(personId), now);
        erasures.Add(erasure);
        if (forget)
        {
            people.Remove(person);
            work.Audit.Record(caller, "person.erased", "person", personId, "All data of this person was deleted");
        }
        else
        {
            work.Mails.Add(OutgoingMail.Create(caller.Tenant, work.Ids.New(), MailKind.Deleted, personId, null, now));
            work.Audit.Record(caller, "person.photos_erased", "person", personId, $"All photos were deleted{(campaignInvitation is null ? string.Empty : ", consent withdrawn")}");
        }

        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        if (!saved.Ok)
        {
            return saved;
        }

        await blobs.DeleteAllAsync(caller.Tenant, erasure.Prefix, CancellationToken.None);

        // The order stays until the clock role has looked again: a worker may have been writing in this moment.
        return saved;
    }
}

/// <summary>What erasing needs besides its stores.</summary>
public sealed record ErasingWork(IMailOutbox Mails, IAuditLog Audit, IUnitOfWork Unit, IIds Ids, TimeProvider Time);

/// <summary>Everything that hangs on a person.</summary>
public sealed class PersonalData(
    ISubmissionStore submissions, IHeadshotStore headshots, IRenderJobStore jobs, IReviewStore reviews, IInvitationStore invitations)
{
    internal async Task<Guid?> RemoveAsync(TenantId tenant, Guid personId, bool withInvitations, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (RenderJob job in await jobs.OfPersonAsync(tenant, personId, cancellation))
        {
            jobs.Remove(job);
        }

        foreach (Review review in await reviews.OfPersonAsync(tenant, personId, cancellation))
        {
            reviews.Remove(review);
        }

        foreach (Headshot headshot in await headshots.OfPersonAsync(tenant, personId, cancellation))
        {
            headshots.Remove(headshot);
        }

        Guid? consented = null;
        foreach (Submission submission in await submissions.OfPersonAsync(tenant, personId, cancellation))
        {
            consented = submission.InvitationId;
            submissions.Remove(submission);
        }

        foreach (Invitation invitation in await invitations.OfPersonAsync(tenant, personId, cancellation))
        {
            if (withInvitations)
            {
                invitations.Remove(invitation);
            }
            else
            {
                invitation.Withdraw(now);
            }
        }

        return consented;
    }
}
