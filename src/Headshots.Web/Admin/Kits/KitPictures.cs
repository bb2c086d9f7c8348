using System.Security.Cryptography;
using System.Text;
using Headshots.Core.BrandKits;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Web.Admin.Kits;

/// <summary>What kits look like on a drawn person. Rendered once for each document and kept with the tenant's files.</summary>
internal sealed class KitPictures(PreviewKit preview, IPhotoStudio studio, IBlobStore blobs)
{
    private const int Height = 480;

    /// <summary>Address of the draft's picture; a changed draft has another.</summary>
    public static string OfDraft(BrandKit kit) => $"/admin/kits/{kit.Id}/picture?of=draft&v={kit.Version}";

    /// <summary>Address of the picture of what campaigns take.</summary>
    public static string Of(BrandKit kit) => kit.CurrentVersionId is null ? OfDraft(kit) : $"/admin/kits/{kit.Id}/picture?of=current&v={kit.CurrentNumber}";

    public async Task<byte[]?> JpegAsync(Caller caller, KitDocument document, CancellationToken cancellation)
    {
        string sitter = studio.Sitters[0];
        string key = $"kit-pictures/{Fingerprint(document, sitter)}.jpg";
        if (await blobs.ReadAsync(caller.Tenant, key, cancellation) is { } known)
        {
            return known;
        }

        Result<RenderedPhoto> made = await preview.HandleAsync(caller, document, null, new PreviewSubject.Sitter(sitter), Height, cancellation);
        if (!made.Ok || !made.Value.Made)
        {
            return null;
        }

        byte[] jpeg = made.Value.Files[0].Bytes.ToArray();
        using MemoryStream content = new(jpeg, writable: false);
        await blobs.PutAsync(caller.Tenant, key, content, cancellation);
        return jpeg;
    }

    private static string Fingerprint(KitDocument document, string sitter) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{sitter}\n{Height}\n{document.Spec}\n{string.Join('\n', document.Assets.Select(a => a.Name))}")))[..32];
}
