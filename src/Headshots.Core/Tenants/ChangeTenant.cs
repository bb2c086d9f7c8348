using FluentValidation;
using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>An owner changes the company's name, contact and settings.</summary>
public sealed record ChangeTenantRequest(string Name, string ContactEmail, TenantSettings Settings, long Version);

public sealed class ChangeTenant(ITenantStore tenants, IAuditLog audit, IUnitOfWork work)
{
    private static readonly Rules Validator = new();

    public async Task<Result<Done>> HandleAsync(Caller caller, ChangeTenantRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Validation.Check(Validator, request) is { } invalid)
        {
            return invalid;
        }

        if (await tenants.FindAsync(caller.Tenant, cancellation) is not { } tenant)
        {
            return SharedProblems.NotFound;
        }

        if (tenant.Version != request.Version)
        {
            return SharedProblems.Changed;
        }

        tenant.Change(request.Name.Trim(), EmailAddress.Normalize(request.ContactEmail), request.Settings);
        audit.Record(caller, "tenant.changed", "tenant", tenant.Id.Value, tenant.Name);
        return await work.SaveAsync(cancellation);
    }

    private sealed class Rules : AbstractValidator<ChangeTenantRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Name).NotEmpty().MaximumLength(100);
            RuleFor(r => r.ContactEmail).Must(EmailAddress.LooksRight).WithMessage("This is not an e-mail address.");
            RuleFor(r => r.Settings.SelfieRetentionDays).InclusiveBetween(0, 365);
            RuleFor(r => r.Settings.LeaverRetentionDays).InclusiveBetween(0, 3650);
            RuleFor(r => r.Settings.UnfinishedRetentionDays).InclusiveBetween(0, 365);
            RuleFor(r => r.Settings.InvitationDays).InclusiveBetween(1, 180);
            RuleFor(r => r.Settings.ReminderDaysBefore).Must(d => d.Count <= 5 && d.All(day => day is >= 0 and <= 60))
                .WithMessage("Up to five reminders, each 0 to 60 days before the due date.");
            RuleFor(r => r.Settings.Language).Must(l => l is "en" or "de").WithMessage("English and German are available.");
            RuleFor(r => r.Settings.AllowedDomains).Must(d => d.Count <= 50 && d.All(EmailAddress.IsDomain))
                .WithMessage("Up to fifty domains such as contoso.com, separated by commas.");
            RuleFor(r => r.Settings.AutoApproval!.MinimumScore).InclusiveBetween(0, 100).When(r => r.Settings.AutoApproval is not null);
            RuleFor(r => r.Settings.AutoApproval!.MaximumDrift).InclusiveBetween(0, 10).When(r => r.Settings.AutoApproval is not null);
        }
    }
}
