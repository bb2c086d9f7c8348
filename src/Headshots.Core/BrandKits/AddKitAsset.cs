using System.Security.Cryptography;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

/// <summary>Takes in a picture for a kit: a background or a garment. It joins the draft when that is saved.</summary>
public sealed class AddKitAsset(IBlobStore blobs, IPhotoStudio studio)
{
    public const int MaxBytes = 20 * 1024 * 1024;

    public async Task<Result<KitAsset>> HandleAsync(Caller caller, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > MaxBytes)
        {
            return BrandKitProblems.AssetUnreadable("The picture has more than 20 MB.", "Save it smaller and try again.");
        }

        AssetCheck check = studio.CheckAsset(content);
        if (check.Extension is not { } extension)
        {
            return BrandKitProblems.AssetUnreadable(check.Message ?? "This is no picture.", check.Advice ?? "Choose a JPEG, PNG or SVG file.");
        }

        string name = $"{Convert.ToHexStringLower(SHA256.HashData(content.Span))[..32]}.{extension}";
        using MemoryStream bytes = new(content.ToArray(), writable: false);
        BlobInfo stored = await blobs.PutAsync(caller.Tenant, $"kit-assets/{name}", bytes, cancellation);
        return new KitAsset(name, stored.Key, stored.Bytes);
    }
}
