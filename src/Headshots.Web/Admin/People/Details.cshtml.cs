using Headshots.Core.People;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Export;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.People;

internal sealed class DetailsModel(
    IPersonStore people, PersonHistories histories, MarkPersonLeft left, RetryJob retry, PersonProofs proofs, IStringLocalizer<PeopleTexts> texts) : PortalPage
{
    public Person Person { get; private set; } = null!;

    public PersonHistory History { get; private set; } = null!;

    public IReadOnlyList<ConsentEvent> Consents { get; private set; } = [];

    public IReadOnlyList<DeletionReceipt> Receipts { get; private set; } = [];

    public bool MayEdit => May(Policies.PeopleEditing);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await people.FindAsync(Tenant, id, cancellation) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        History = await histories.OfAsync(Tenant, id, person.HeadshotId, cancellation);
        Consents = await proofs.Consents.OfPersonAsync(Tenant, id, cancellation);
        Receipts = await proofs.Receipts.OfPersonAsync(Tenant, id, cancellation);
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

    /// <summary>Everything about the person, to be handed to them.</summary>
    public async Task<IActionResult> OnPostExportAsync(Guid id, CancellationToken cancellation)
    {
        Result<PersonExport> gathered = await proofs.Export.HandleAsync(Caller, id, cancellation);
        if (!gathered.Ok)
        {
            return gathered.Problem.Kind == ProblemKind.NotFound ? NotFound() : Told($"/admin/people/{id}", gathered, _ => string.Empty);
        }

        await proofs.Archive.WriteAsync(Response, Tenant, id, gathered.Value, cancellation);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, Guid job, CancellationToken cancellation) =>
        await people.FindAsync(Tenant, id, cancellation) is null ? NotFound() : Told($"/admin/people/{id}", await retry.HandleAsync(Caller, job, cancellation), _ => texts["Job.Retried"]);
}

/// <summary>What a person agreed to, what was deleted of them, and what is to be handed to them.</summary>
internal sealed record PersonProofs(IConsentLedger Consents, IReceiptStore Receipts, ExportPerson Export, PersonArchive Archive);
