using Headshots.Core.Dashboards;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Campaigns;

internal sealed class IndexModel(IDashboardQueries dashboards) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    public IReadOnlyList<CampaignProgress> Campaigns { get; private set; } = [];

    public bool MayEdit => May(Policies.CampaignEditing);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Campaigns = await dashboards.CampaignsAsync(Tenant, Closed, cancellation);
}
