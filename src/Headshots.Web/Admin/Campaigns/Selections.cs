using Headshots.Core.People;
using Headshots.Core.Shared;

namespace Headshots.Web.Admin.Campaigns;

/// <summary>Whom an invitation form means.</summary>
internal static class Selections
{
    public static async Task<IReadOnlyList<Guid>> OfAsync(IPersonStore people, TenantId tenant, CampaignForm form, CancellationToken cancellation) => form.Who switch
    {
        "everybody" => await people.ListIdsAsync(tenant, new PersonQuery(), cancellation),
        "department" => await people.ListIdsAsync(tenant, new PersonQuery(Department: form.Department ?? string.Empty), cancellation),
        _ => [],
    };
}
