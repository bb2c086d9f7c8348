using Headshots.Core.BrandKits;
using Headshots.Core.Headshots;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Rendering;

/// <param name="Submission">Whose photos.</param>
/// <param name="Plans">What is to be made, best first.</param>
/// <param name="Photos">Bytes by selfie.</param>
/// <param name="Assets">Bytes of the kit's pictures by name.</param>
public sealed record RenderInput(
    Submission Submission,
    IReadOnlyList<PlannedCandidate> Plans,
    IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> Photos,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Assets);

/// <summary>Why a job cannot be begun.</summary>
public sealed record HoldReason(string Code, string Text);

/// <summary>Gathers what a job needs: photos, kit, pictures.</summary>
public sealed class RenderInputs(ISubmissionStore submissions, IBrandKitStore kits, IHeadshotStore headshots, IBlobStore blobs)
{
    internal async Task<(RenderInput? Input, HoldReason? Hold)> OfAsync(RenderJob job, CancellationToken cancellation)
    {
        TenantId tenant = job.TenantId;
        Submission? submission = await submissions.FindAsync(tenant, job.SubmissionId, cancellation);
        BrandKitVersion? version = await kits.FindVersionAsync(tenant, job.KitVersionId, cancellation);
        if (submission is null || version is null)
        {
            return (null, new HoldReason(RenderReasons.SelfiesGone, "The photos or the kit are not there any more."));
        }

        IReadOnlyList<PlannedCandidate> plans = await PlansAsync(job, submission, version.Document, cancellation);
        if (plans.Count == 0)
        {
            return (null, new HoldReason(RenderReasons.SelfiesGone, "The selfies were deleted after their time; a new photo is needed."));
        }

        Dictionary<Guid, ReadOnlyMemory<byte>> photos = [];
        foreach (Selfie selfie in plans.Select(p => p.Selfie).DistinctBy(s => s.Id))
        {
            if (await blobs.ReadAsync(tenant, selfie.BlobKey, cancellation) is not { } bytes)
            {
                return (null, new HoldReason(RenderReasons.SelfiesGone, "A selfie's file is missing."));
            }

            photos[selfie.Id] = bytes;
        }

        IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? assets = await KitAssetBytes.ReadAsync(blobs, tenant, version.Document, cancellation);
        return assets is null
            ? (null, new HoldReason(RenderReasons.KitUnusable, "A picture of the kit is missing."))
            : (new RenderInput(submission, plans, photos, assets), null);
    }

    private async Task<IReadOnlyList<PlannedCandidate>> PlansAsync(RenderJob job, Submission submission, KitDocument kit, CancellationToken cancellation)
    {
        if (job.BasedOnHeadshotId is not { } id)
        {
            return CandidatePlan.For(submission, kit);
        }

        return await headshots.FindAsync(job.TenantId, id, cancellation) is { } headshot && CandidatePlan.Again(submission, headshot, kit) is { } plan
            ? [plan]
            : [];
    }
}

/// <summary>Reads a kit's pictures.</summary>
public static class KitAssetBytes
{
    /// <summary>Bytes by name; null when one is missing.</summary>
    public static async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>?> ReadAsync(IBlobStore blobs, TenantId tenant, KitDocument kit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(kit);
        Dictionary<string, ReadOnlyMemory<byte>> assets = new(StringComparer.Ordinal);
        foreach (KitAsset asset in kit.Assets)
        {
            if (await blobs.ReadAsync(tenant, asset.BlobKey, cancellation) is not { } bytes)
            {
                return null;
            }

            assets[asset.Name] = bytes;
        }

        return assets;
    }
}
