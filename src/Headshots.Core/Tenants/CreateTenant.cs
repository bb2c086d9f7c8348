using FluentValidation;
using Headshots.Core.Audit;
using Headshots.Core.Credits;
using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>Opens an account for a company, with its first owner.</summary>
/// <param name="Name">As employees know it.</param>
/// <param name="OwnerName">Who signs in first.</param>
/// <param name="OwnerEmail">Their address; also the company's contact until an owner changes it.</param>
/// <param name="Credits">How many people may be rendered; null for any number.</param>
public sealed record CreateTenantRequest(string Name, string OwnerName, string OwnerEmail, int? Credits)
{
    /// <summary>Where its people sign in, see <see cref="SignInRealm"/>; null where nobody does but in development.</summary>
    public string? Realm { get; init; }

    /// <summary>What that provider calls the first owner: Entra's object id, another's subject. Null where the directory's role makes owners.</summary>
    public string? OwnerSubject { get; init; }
}

public sealed class CreateTenant(ITenantStore tenants, ICreditLedger credits, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    private static readonly Rules Validator = new();

    public async Task<Result<TenantId>> HandleAsync(CreateTenantRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Validation.Check(Validator, request) is { } invalid)
        {
            return invalid;
        }

        if (request.Realm is { } realm && await tenants.FindByRealmAsync(realm, cancellation) is not null)
        {
            return TenantProblems.RealmTaken;
        }

        TenantId id = new(ids.New());
        Tenant tenant = Tenant.Create(
            id, request.Name.Trim(), EmailAddress.Normalize(request.OwnerEmail), time.GetUtcNow(), unlimitedCredits: request.Credits is null);
        tenants.Add(tenant);
        AddOwner(tenant, request);
        audit.Record(Caller.System(id), "tenant.created", "tenant", id.Value, tenant.Name);
        Result<Done> saved = await work.SaveAsync(cancellation);
        if (!saved.Ok)
        {
            return saved.Problem;
        }

        if (request.Credits is > 0 and { } amount)
        {
            await credits.GrantAsync(id, amount, "At the start", cancellation);
        }

        return id;
    }

    private void AddOwner(Tenant tenant, CreateTenantRequest request)
    {
        if (request.Realm is not { } realm)
        {
            tenants.Add(Member.Create(tenant.Id, ids.New(), request.OwnerName.Trim(), request.OwnerEmail, MemberRoles.Owner));
            return;
        }

        // Without a name at the provider nobody is made owner here: an address proves nothing. The directory's role does it then.
        tenant.SignInAt(realm);
        if (SignInRealm.Person(realm, request.OwnerSubject) is { } identity)
        {
            tenants.Add(Member.Create(tenant.Id, ids.New(), identity, request.OwnerName.Trim(), request.OwnerEmail, MemberRoles.Owner));
        }
    }

    private sealed class Rules : AbstractValidator<CreateTenantRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Realm).Must(SignInRealm.LooksRight).When(r => r.Realm is not null)
                .WithMessage("This is neither the id of an Entra tenant nor the address of an issuer.");
            RuleFor(r => r.OwnerSubject).Must((r, subject) => r.Realm is not null && SignInRealm.Person(r.Realm, subject) is not null).When(r => r.OwnerSubject is not null)
                .WithMessage("This is no name that a provider gives, or it is not said which provider.");
            RuleFor(r => r.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("A name is needed.");
            RuleFor(r => r.Name).MaximumLength(100).WithMessage("A name has at most 100 characters.");
            RuleFor(r => r.OwnerName).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("The owner's name is needed.");
            RuleFor(r => r.OwnerName).MaximumLength(100).WithMessage("A name has at most 100 characters.");
            RuleFor(r => r.OwnerEmail).Must(EmailAddress.LooksRight).WithMessage("This is not an e-mail address.");
            RuleFor(r => r.Credits).Must(c => c is null or (>= 0 and <= GrantCredits.Most)).WithMessage($"Credits are 0 to {GrantCredits.Most:N0}.");
        }
    }
}
