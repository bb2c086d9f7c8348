using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.People;

/// <summary>Adds a person, or changes one.</summary>
[Authorize(Policies.PeopleEditing)]
internal sealed class EditModel(IPersonStore people, SavePerson save, IStringLocalizer<PeopleTexts> texts) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
        {
            if (await people.FindAsync(Tenant, id, cancellation) is not { } person)
            {
                return NotFound();
            }

            Form = PersonForm.Of(person);
        }

        Departments = await people.DepartmentsAsync(Tenant, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Result<Guid> saved = await save.HandleAsync(Caller, new SavePersonRequest(Id, Form.Details, Form.Version), cancellation);
        if (saved.Ok)
        {
            return Done($"/admin/people/{saved.Value}", texts[Id is null ? "Added" : "Saved", Form.Name ?? string.Empty]);
        }

        Departments = await people.DepartmentsAsync(Tenant, cancellation);
        return Refused(saved.Problem, field => $"Form.{field}");
    }
}
