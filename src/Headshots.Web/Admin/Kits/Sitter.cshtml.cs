using Headshots.Core.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

/// <summary>A drawn person that kits are tried on, small.</summary>
internal sealed class SitterModel(IPhotoStudio studio) : PortalPage
{
    private const int LongSide = 160;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellation)
    {
        if (!studio.Sitters.Contains(name) || await studio.ThumbnailAsync(await studio.SitterPhotoAsync(name, cancellation), LongSide, cancellation) is not { } jpeg)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=86400";
        return File(jpeg, "image/jpeg");
    }
}
