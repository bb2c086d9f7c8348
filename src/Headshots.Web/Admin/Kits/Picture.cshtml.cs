using Headshots.Core.BrandKits;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

/// <summary>What a kit looks like, JPEG. The address says which state of it, so it may be kept.</summary>
internal sealed class PictureModel(IBrandKitStore kits, KitPictures pictures) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string? of, CancellationToken cancellation)
    {
        if (await kits.FindAsync(Tenant, id, cancellation) is not { } kit)
        {
            return NotFound();
        }

        KitDocument document = of == "current" && kit.CurrentVersionId is { } version && await kits.FindVersionAsync(Tenant, version, cancellation) is { } published
            ? published.Document
            : kit.Draft;
        if (await pictures.JpegAsync(Caller, document, cancellation) is not { } jpeg)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return File(jpeg, "image/jpeg");
    }
}
