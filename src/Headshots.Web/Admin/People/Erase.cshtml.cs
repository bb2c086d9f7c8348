using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.People;

/// <summary>Asks once, says what goes, and deletes.</summary>
[Authorize(Policies.PeopleEditing)]
internal sealed class EraseModel(IPersonStore people, ErasePerson erase, IStringLocalizer<PeopleTexts> texts) : PortalPage
{
    public Person Person { get; private set; } = null!;

    [BindProperty]
    public bool Forget { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!Confirmed)
        {
            ModelState.AddModelError(nameof(Confirmed), texts["Erase.Confirm.Needed"]);
            return Page();
        }

        string name = Person.Name;
        Result<DeletionReceipt> erased = await erase.HandleAsync(Caller, id, Forget, cancellation);
        return erased.Ok ? Done(Forget ? "/admin/people/receipts" : $"/admin/people/{id}", texts["Erase.Done", name]) : Refused(erased.Problem);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        Person? person = await people.FindAsync(Tenant, id, cancellation);
        Person = person!;
        return person is not null;
    }
}
