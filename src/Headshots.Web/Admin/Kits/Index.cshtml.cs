using Headshots.Core.BrandKits;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

internal sealed class IndexModel(IBrandKitStore kits) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    public IReadOnlyList<BrandKit> Kits { get; private set; } = [];

    public bool MayEdit => May(Policies.KitEditing);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Kits = [.. (await kits.ListAsync(Tenant, Archived, cancellation)).Where(k => k.Archived == Archived)];
}
