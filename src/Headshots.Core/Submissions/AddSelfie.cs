using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.Submissions;

/// <summary>Takes in a photo and says within a second what can be made of it.</summary>
public sealed class AddSelfie(ISubmissionStore submissions, IBlobStore blobs, IPhotoStudio studio, IUnitOfWork work, TimeProvider time)
{
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <param name="opened">Whose link.</param>
    /// <param name="selfieId">Chosen by the browser; the same photo sent again is answered as before.</param>
    /// <param name="photo">The file's bytes.</param>
    /// <param name="cancellation">The browser went away.</param>
    public async Task<Result<Selfie>> HandleAsync(OpenedInvitation opened, Guid selfieId, ReadOnlyMemory<byte> photo, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        if (photo.Length is 0 or > MaxBytes)
        {
            return photo.Length == 0 ? SubmissionProblems.Empty : SubmissionProblems.TooLarge;
        }

        TenantId tenant = opened.Tenant.Id;
        IReadOnlyList<Submission> all = await submissions.OfInvitationAsync(tenant, opened.Invitation.Id, cancellation);
        if (all.SelectMany(s => s.Selfies).FirstOrDefault(s => s.Id == selfieId) is { } known)
        {
            return known;
        }

        if (all.FirstOrDefault(s => s.State == SubmissionState.Draft) is not { } draft)
        {
            return all.Count > 0 ? SubmissionProblems.AlreadySent : SubmissionProblems.ConsentNeeded;
        }

        if (draft.Selfies.Count >= Submission.MaxSelfies)
        {
            return SubmissionProblems.TooManySelfies;
        }

        PhotoVerdict verdict = await studio.CheckAsync(photo, cancellation);
        if (verdict.ContentType is not { } contentType)
        {
            // Not a photo at all: there is nothing to keep.
            VerdictReason reason = verdict.Reasons[0];
            return new Problem(reason.Code, reason.Message, reason.Advice);
        }

        using MemoryStream bytes = new(photo.ToArray(), writable: false);
        BlobInfo stored = await blobs.PutAsync(tenant, PhotoKeys.Selfie(opened.Person.Id, selfieId), bytes, cancellation);
        Selfie selfie = new(selfieId, stored.Key, contentType, stored.Bytes, stored.Sha256, verdict, time.GetUtcNow());
        if (draft.Add(selfie) is { } refused)
        {
            return refused;
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        if (saved.Ok)
        {
            return selfie;
        }

        // Two photos of one draft were taken in at the same moment: the second is put in after the first.
        return saved.Problem.Kind == ProblemKind.Conflict
            ? await AgainAsync(tenant, draft.Id, selfie, cancellation)
            : saved.Problem;
    }

    private async Task<Result<Selfie>> AgainAsync(TenantId tenant, Guid submissionId, Selfie selfie, CancellationToken cancellation)
    {
        Problem problem = SharedProblems.Changed;
        for (int attempt = 0; attempt < Submission.MaxSelfies; attempt++)
        {
            if (await submissions.FindAsync(tenant, submissionId, cancellation) is not { } draft)
            {
                return SharedProblems.NotFound;
            }

            if (draft.Selfies.Any(s => s.Id == selfie.Id))
            {
                return selfie;
            }

            if (draft.Add(selfie) is { } refused)
            {
                return refused;
            }

            Result<Done> saved = await work.SaveAsync(cancellation);
            if (saved.Ok)
            {
                return selfie;
            }

            problem = saved.Problem;
        }

        return problem;
    }
}
