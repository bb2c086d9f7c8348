using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.People;

internal sealed class DetailsModel(
    IPersonStore people, PersonHistories histories, MarkPersonLeft left, RetryJob retry, IStringLocalizer<PeopleTexts> texts) : PortalPage
{
    public Person Person { get; private set; } = null!;

    public PersonHistory History { get; private set; } = null!;

    public bool MayEdit => May(Policies.PeopleEditing);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await people.FindAsync(Tenant, id, cancellation) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        History = await histories.OfAsync(Tenant, id, person.HeadshotId, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostLeftAsync(Guid id, bool gone, CancellationToken cancellation)
    {
        if (await people.FindAsync(Tenant, id, cancellation) is not { } person)
        {
            return NotFound();
        }

        return Told($"/admin/people/{id}", await left.HandleAsync(Caller, id, gone, cancellation), _ => texts[gone ? "Left.Done" : "Left.Back", person.Name]);
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, Guid job, CancellationToken cancellation) =>
        await people.FindAsync(Tenant, id, cancellation) is null ? NotFound() : Told($"/admin/people/{id}", await retry.HandleAsync(Caller, job, cancellation), _ => texts["Job.Retried"]);
}
