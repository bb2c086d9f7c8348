using Headshots.Core.Campaigns;
using Headshots.Core.People;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Campaigns;

/// <summary>Invites more people into a campaign.</summary>
[Authorize(Policies.CampaignEditing)]
internal sealed class InviteModel(ICampaignStore campaigns, IPersonStore people, InvitePeople invite, IStringLocalizer<CampaignTexts> texts) : PortalPage
{
    [BindProperty]
    public CampaignForm Form { get; set; } = new() { Who = "everybody" };

    public Campaign Campaign { get; private set; } = null!;

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        IActionResult shown = await ShowAsync(id, cancellation);
        if (shown is NotFoundResult)
        {
            return shown;
        }

        IReadOnlyList<Guid> whom = await Selections.OfAsync(people, Tenant, Form, cancellation);
        Core.Shared.Result<int> invited = await invite.HandleAsync(Caller, id, whom, !Form.WithoutMail, cancellation);
        return invited.Ok ? Done($"/admin/campaigns/{id}", texts.Count("Invited", invited.Value)) : Refused(invited.Problem);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(Tenant, id, cancellation) is not { } campaign)
        {
            return NotFound();
        }

        Campaign = campaign;
        Departments = await people.DepartmentsAsync(Tenant, cancellation);
        return Page();
    }
}
