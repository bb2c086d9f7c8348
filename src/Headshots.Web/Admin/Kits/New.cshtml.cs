using Headshots.Core.BrandKits;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

/// <summary>Begins a kit from one that is ready.</summary>
[Authorize(Policies.KitEditing)]
internal sealed class NewModel(IPhotoStudio studio, SaveBrandKit save, KitPictures pictures) : PortalPage
{
    public IReadOnlyList<ReadyKit> Ready => studio.ReadyKits;

    [BindProperty]
    public string? Kit { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetPictureAsync(string kit, CancellationToken cancellation)
    {
        if (Find(kit) is not { } ready || await pictures.JpegAsync(Caller, Document(ready), cancellation) is not { } jpeg)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=86400";
        return File(jpeg, "image/jpeg");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Find(Kit) is not { } ready)
        {
            return NotFound();
        }

        string name = string.IsNullOrWhiteSpace(Name) ? ready.Title : Name;
        Result<Guid> saved = await save.HandleAsync(Caller, new SaveBrandKitRequest(null, name, Document(ready)), cancellation);
        return saved.Ok ? Redirect(Url.Content($"~/admin/kits/{saved.Value}")) : Refused(saved.Problem);
    }

    private ReadyKit? Find(string? name) => studio.ReadyKits.FirstOrDefault(k => k.Name == name);

    private static KitDocument Document(ReadyKit ready) => new() { Spec = ready.Spec };
}
