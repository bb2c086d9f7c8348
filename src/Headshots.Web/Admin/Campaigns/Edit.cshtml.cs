using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Campaigns;

/// <summary>Begins a campaign, or changes one.</summary>
[Authorize(Policies.CampaignEditing)]
internal sealed class EditModel(
    ICampaignStore campaigns, IBrandKitStore kits, IPersonStore people, SaveCampaign save, InvitePeople invite, Moments moments, IStringLocalizer<CampaignTexts> texts)
    : PortalPage
{
    private const int UsualDays = 14;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public CampaignForm Form { get; set; } = new();

    public IReadOnlyList<BrandKit> Kits { get; private set; } = [];

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public DateOnly Today => DateOnly.FromDateTime(moments.Now.UtcDateTime);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Id is not { } id)
        {
            Form = new CampaignForm { Due = Today.AddDays(UsualDays), Message = texts["Message.Default"], KitId = Kits.Count > 0 ? Kits[0].Id : default };
            return Page();
        }

        if (await campaigns.FindAsync(Tenant, id, cancellation) is not { } campaign)
        {
            return NotFound();
        }

        Form = CampaignForm.Of(campaign);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Result<Guid> saved = await save.HandleAsync(Caller, new SaveCampaignRequest(Id, Form.Details, Form.Version), cancellation);
        if (!saved.Ok)
        {
            await LoadAsync(cancellation);
            return Refused(saved.Problem, field => $"Form.{field}");
        }

        string address = $"/admin/campaigns/{saved.Value}";
        if (Id is not null)
        {
            return Done(address, texts["Saved", Form.Name ?? string.Empty]);
        }

        IReadOnlyList<Guid> whom = await Selections.OfAsync(people, Tenant, Form, cancellation);
        return whom.Count == 0
            ? Done(address, texts["Created", Form.Name ?? string.Empty])
            : Told(address, await invite.HandleAsync(Caller, saved.Value, whom, !Form.WithoutMail, cancellation), n => texts.Count("Invited", n));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Kits = [.. (await kits.ListAsync(Tenant, withArchived: false, cancellation)).Where(k => k.CurrentVersionId is not null)];
        Departments = await people.DepartmentsAsync(Tenant, cancellation);
    }
}
