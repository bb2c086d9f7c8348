using Headshots.Core.Invitations;
using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

/// <summary>Takes a photo out of a draft and deletes it.</summary>
public sealed class RemoveSelfie(ISubmissionStore submissions, IBlobStore blobs, IUnitOfWork work)
{
    public async Task<Result<Done>> HandleAsync(OpenedInvitation opened, Guid selfieId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        IReadOnlyList<Submission> all = await submissions.OfInvitationAsync(opened.Tenant.Id, opened.Invitation.Id, cancellation);
        if (all.FirstOrDefault(s => s.Selfies.Any(f => f.Id == selfieId)) is not { } submission)
        {
            return SharedProblems.NotFound;
        }

        if (submission.Remove(selfieId) is { } refused)
        {
            return refused;
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        if (saved.Ok)
        {
            await blobs.DeleteAsync(opened.Tenant.Id, PhotoKeys.Selfie(opened.Person.Id, selfieId), cancellation);
        }

        return saved;
    }
}
