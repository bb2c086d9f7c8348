using Headshots.Core.Campaigns;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.People;

internal sealed class IndexModel(
    IPersonStore people, ICampaignStore campaigns, InvitePeople invite, Portraits portraits, IStringLocalizer<PeopleTexts> texts) : PortalPage
{
    public PeopleFilter Filter { get; private set; } = new();

    public Slice<Person> People { get; private set; } = new([], null);

    public IReadOnlyDictionary<Guid, string> Pictures { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public bool MayEdit => May(Policies.PeopleEditing);

    public async Task OnGetAsync([FromQuery] PeopleFilter? filter, CancellationToken cancellation)
    {
        // A value that is none of its kind leaves no filter at all.
        Filter = filter ??= new PeopleFilter();
        People = await people.ListAsync(Tenant, filter.Query(withTotal: filter.Cursor is null), cancellation);
        Pictures = await portraits.OfAsync(People.Items.ToArray(), cancellation);
        Departments = await people.DepartmentsAsync(Tenant, cancellation);
        if (MayEdit)
        {
            Campaigns = [.. (await campaigns.ListAsync(Tenant, cancellation)).Where(c => c.State == CampaignState.Running)];
        }
    }

    public async Task<IActionResult> OnPostInviteAsync(
        [FromQuery] PeopleFilter? filter, Guid[]? selected, bool everyone, Guid campaign, bool withoutMail, CancellationToken cancellation)
    {
        filter ??= new PeopleFilter();
        string here = filter.Address();
        IReadOnlyCollection<Guid> ids = everyone
            ? await people.ListIdsAsync(Tenant, (filter with { Cursor = null }).Query(withTotal: false), cancellation)
            : selected ?? [];
        if (ids.Count == 0)
        {
            return Done(here, texts["Invite.Nobody"]);
        }

        Result<int> invited = await invite.HandleAsync(Caller, campaign, ids, sendMail: !withoutMail, cancellation);
        return Told(invited.Ok ? $"/admin/campaigns/{campaign}" : here, invited, n => texts.Count("Invite.Done", n));
    }
}
