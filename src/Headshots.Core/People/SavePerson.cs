using FluentValidation;
using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.People;

/// <summary>Adds a person, or changes one.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Details">What is known.</param>
/// <param name="Version">The version that was edited; ignored for a new one.</param>
public sealed record SavePersonRequest(Guid? Id, PersonDetails Details, long Version = 0);

public sealed class SavePerson(IPersonStore people, ITenantStore tenants, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    private static readonly PersonRules Validator = new();

    /// <returns>The person's id.</returns>
    public async Task<Result<Guid>> HandleAsync(Caller caller, SavePersonRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Validation.Check(Validator, request.Details) is { } invalid)
        {
            return invalid;
        }

        // First: who does not exist has no address that could be taken.
        Person? person = null;
        if (request.Id is { } id && (person = await people.FindAsync(caller.Tenant, id, cancellation)) is null)
        {
            return SharedProblems.NotFound;
        }

        if (await tenants.FindAsync(caller.Tenant, cancellation) is { } tenant && !tenant.Settings.Allows(request.Details.Email)
            && !await KeepsAddressAsync(caller.Tenant, request, cancellation))
        {
            return PersonProblems.OutsideDomains;
        }

        if (await TakenAsync(caller.Tenant, request, cancellation) is { } taken)
        {
            return taken;
        }

        if (person is not null)
        {
            if (person.Version != request.Version)
            {
                return SharedProblems.Changed;
            }

            person.Change(request.Details);
            audit.Record(caller, "person.changed", "person", person.Id, person.Name);
        }
        else
        {
            person = Person.Create(caller.Tenant, ids.New(), request.Details, time.GetUtcNow());
            people.Add(person);
            audit.Record(caller, "person.added", "person", person.Id, person.Name);
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? person.Id : saved.Problem;
    }

    /// <summary>Who was there before the rule may have their name corrected.</summary>
    private async Task<bool> KeepsAddressAsync(TenantId tenant, SavePersonRequest request, CancellationToken cancellation) =>
        request.Id is { } id && (await people.FindAsync(tenant, id, cancellation))?.Email == EmailAddress.Normalize(request.Details.Email);

    private async Task<Problem?> TakenAsync(TenantId tenant, SavePersonRequest request, CancellationToken cancellation)
    {
        string email = EmailAddress.Normalize(request.Details.Email);
        IReadOnlyDictionary<string, Guid> emails = await people.TakenEmailsAsync(tenant, [email], cancellation);
        if (emails.TryGetValue(email, out Guid owner) && owner != request.Id)
        {
            return PersonProblems.EmailTaken(email);
        }

        string? externalId = request.Details.ExternalId?.Trim();
        if (string.IsNullOrEmpty(externalId))
        {
            return null;
        }

        IReadOnlyDictionary<string, Guid> numbers = await people.TakenExternalIdsAsync(tenant, [externalId], cancellation);
        return numbers.TryGetValue(externalId, out owner) && owner != request.Id ? PersonProblems.ExternalIdTaken(externalId) : null;
    }
}

internal sealed class PersonRules : AbstractValidator<PersonDetails>
{
    public PersonRules()
    {
        RuleFor(p => p.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("A name is needed.");
        RuleFor(p => p.Name).MaximumLength(120).WithMessage("A name has at most 120 characters.");
        RuleFor(p => p.Name).Must(n => n is null || !n.Any(char.IsControl)).WithMessage("A name is one line.");
        RuleFor(p => p.Email).Must(EmailAddress.LooksRight).WithMessage("This is not an e-mail address.");
        RuleFor(p => p.Department).MaximumLength(120).WithMessage("A department has at most 120 characters.");
        RuleFor(p => p.ExternalId).MaximumLength(64).WithMessage("An employee number has at most 64 characters.");
    }
}
