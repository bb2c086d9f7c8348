using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Dashboards;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Campaigns;

internal sealed class DetailsModel(
    ICampaignStore campaigns, IInvitationStore invitations, IBrandKitStore kits, IDashboardQueries dashboards, CampaignActions actions, IStringLocalizer<CampaignTexts> texts)
    : PortalPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public InvitationStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Campaign Campaign { get; private set; } = null!;

    public string KitName { get; private set; } = string.Empty;

    public Funnel Funnel { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public Slice<InvitationRow> People { get; private set; } = new([], null);

    public IReadOnlyDictionary<Guid, string> Links { get; private set; } = new Dictionary<Guid, string>();

    public bool MayEdit => May(Policies.CampaignEditing);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Stage is not null;

    public string Version => Api.Progress.ProgressEndpoint.VersionOf(Funnel);

    private string Address => $"/admin/campaigns/{Id}";

    public string List(InvitationStage? stage, string? cursor) =>
        Address + Microsoft.AspNetCore.Http.QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["stage"] = stage?.ToString(), ["cursor"] = cursor }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(Tenant, Id, cancellation) is not { } campaign)
        {
            return NotFound();
        }

        Campaign = campaign;
        KitName = (await kits.FindAsync(Tenant, campaign.KitId, cancellation))?.Name ?? string.Empty;
        Funnel = await dashboards.FunnelAsync(Tenant, Id, cancellation);
        People = await invitations.ListAsync(
            Tenant, new InvitationQuery(Id, Stage, string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(), Cursor, PageSize) { WithTotal = Cursor is null }, cancellation);
        if (MayEdit)
        {
            Links = await actions.LinksAsync(Tenant, [.. People.Items.Select(p => p.Id)], Request, cancellation);
        }

        return Page();
    }

    public Task<IActionResult> OnPostRemindAsync(Guid[]? selected, CancellationToken cancellation) => ToldAsync(
        () => actions.Remind.HandleAsync(Caller, Id, selected is { Length: > 0 } ? selected.ToHashSet() : null, cancellation),
        n => texts.Count("Reminded", n),
        cancellation);

    public Task<IActionResult> OnPostRevokeAsync(Guid[]? selected, CancellationToken cancellation) =>
        ToldAsync(() => actions.Revoke.HandleAsync(Caller, selected ?? [], cancellation), n => texts.Count("Revoked", n), cancellation);

    public Task<IActionResult> OnPostExtendAsync(DateOnly? due, CancellationToken cancellation) => ToldAsync(
        () => actions.Extend.HandleAsync(Caller, Id, CampaignForm.EndOf(due ?? default), cancellation),
        _ => texts["Extended", Moments.Day(CampaignForm.EndOf(due ?? default))],
        cancellation);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) =>
        ToldAsync(() => actions.Close.HandleAsync(Caller, Id, cancellation), _ => texts["ClosedNow"], cancellation);

    /// <summary>A campaign of another company has no buttons either: they answer as its page does.</summary>
    private async Task<IActionResult> ToldAsync<T>(Func<Task<Result<T>>> act, Func<T, string> sentence, CancellationToken cancellation)
        where T : notnull => await campaigns.FindAsync(Tenant, Id, cancellation) is null ? NotFound() : Told(Address, await act(), sentence);
}
