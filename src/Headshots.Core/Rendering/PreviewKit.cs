using System.Text.Json;
using Headshots.Core.BrandKits;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Rendering;

/// <summary>What a kit is tried on.</summary>
public abstract record PreviewSubject
{
    private PreviewSubject()
    {
    }

    /// <summary>A drawn person.</summary>
    public sealed record Sitter(string Name) : PreviewSubject;

    /// <summary>A photo of the admin's own; used and forgotten.</summary>
    public sealed record OwnPhoto(ReadOnlyMemory<byte> Bytes) : PreviewSubject;

    /// <summary>The best photo of what somebody sent: a dry run.</summary>
    public sealed record Sent(Guid SubmissionId) : PreviewSubject;
}

/// <summary>Shows what a kit would make of somebody, before anything is saved.</summary>
public sealed class PreviewKit(IPhotoStudio studio, ISubmissionStore submissions, IBlobStore blobs)
{
    public async Task<Result<RenderedPhoto>> HandleAsync(
        Caller caller, KitDocument document, string? variantPatch, PreviewSubject subject, int height, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (KitDocumentRules.Check(studio, document) is { } wrong)
        {
            return wrong;
        }

        string spec = document.Spec;
        if (variantPatch is not null)
        {
            try
            {
                spec = SpecPatch.Apply(spec, variantPatch);
            }
            catch (JsonException)
            {
                return BrandKitProblems.SpecInvalid([new SpecProblem("$", "The variant is not JSON.")]);
            }
        }

        if (await PhotoAsync(caller.Tenant, subject, cancellation) is not { } photo)
        {
            return SharedProblems.NotFound;
        }

        return await KitAssetBytes.ReadAsync(blobs, caller.Tenant, document, cancellation) is { } assets
            ? await studio.PreviewAsync(new RenderOrder(photo, spec, assets), height, cancellation)
            : BrandKitProblems.AssetMissing(document.Assets[0].Name);
    }

    private async Task<byte[]?> PhotoAsync(TenantId tenant, PreviewSubject subject, CancellationToken cancellation)
    {
        switch (subject)
        {
            case PreviewSubject.Sitter sitter:
                return studio.Sitters.Contains(sitter.Name) ? await studio.SitterPhotoAsync(sitter.Name, cancellation) : null;
            case PreviewSubject.OwnPhoto own:
                return own.Bytes.ToArray();
            case PreviewSubject.Sent sent:
                Submission? submission = await submissions.FindAsync(tenant, sent.SubmissionId, cancellation);
                return submission?.Best is { } best ? await blobs.ReadAsync(tenant, best.BlobKey, cancellation) : null;
            default:
                return null;
        }
    }
}
