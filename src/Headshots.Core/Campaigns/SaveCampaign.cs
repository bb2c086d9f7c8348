using FluentValidation;
using Headshots.Core.Audit;
using Headshots.Core.BrandKits;
using Headshots.Core.Shared;

namespace Headshots.Core.Campaigns;

/// <summary>Begins a campaign, or changes one.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Details">What it is about.</param>
/// <param name="Version">The version that was edited; ignored for a new one.</param>
public sealed record SaveCampaignRequest(Guid? Id, CampaignDetails Details, long Version = 0);

public sealed class SaveCampaign(ICampaignStore campaigns, IBrandKitStore kits, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    private static readonly Rules Validator = new();

    /// <returns>The campaign's id.</returns>
    public async Task<Result<Guid>> HandleAsync(Caller caller, SaveCampaignRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Validation.Check(Validator, request.Details) is { } invalid)
        {
            return invalid;
        }

        if (await kits.FindAsync(caller.Tenant, request.Details.KitId, cancellation) is not { } kit)
        {
            return SharedProblems.NotFound;
        }

        if (kit.CurrentVersionId is null)
        {
            return BrandKitProblems.NeverPublished;
        }

        Campaign? campaign;
        if (request.Id is { } id)
        {
            campaign = await campaigns.FindAsync(caller.Tenant, id, cancellation);
            if (campaign is null)
            {
                return SharedProblems.NotFound;
            }

            if (campaign.Version != request.Version)
            {
                return SharedProblems.Changed;
            }

            campaign.Change(request.Details with { DueAt = campaign.DueAt });
            audit.Record(caller, "campaign.changed", "campaign", campaign.Id, campaign.Name);
        }
        else if (request.Details.DueAt <= time.GetUtcNow())
        {
            return CampaignProblems.DueInThePast;
        }
        else
        {
            campaign = Campaign.Create(caller.Tenant, ids.New(), request.Details, time.GetUtcNow());
            campaigns.Add(campaign);
            audit.Record(caller, "campaign.created", "campaign", campaign.Id, campaign.Name);
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? campaign.Id : saved.Problem;
    }

    private sealed class Rules : AbstractValidator<CampaignDetails>
    {
        public Rules()
        {
            RuleFor(c => c.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("A name is needed.");
            RuleFor(c => c.Name).MaximumLength(100).WithMessage("A name has at most 100 characters.");
            RuleFor(c => c.Message).MaximumLength(2000).WithMessage("The message has at most 2,000 characters.");
            RuleFor(c => c.KitId).NotEqual(Guid.Empty).WithMessage("Choose a brand kit.");
        }
    }
}
