using FluentValidation;
using Headshots.Core.Audit;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

/// <summary>Creates a kit's draft, or changes it.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Name">1 to 80 characters.</param>
/// <param name="Document">What it says.</param>
/// <param name="Version">The version that was edited; ignored for a new one.</param>
public sealed record SaveBrandKitRequest(Guid? Id, string Name, KitDocument Document, long Version = 0);

public sealed class SaveBrandKit(IBrandKitStore kits, IPhotoStudio studio, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    private static readonly Rules Validator = new();

    /// <returns>The kit's id.</returns>
    public async Task<Result<Guid>> HandleAsync(Caller caller, SaveBrandKitRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Validation.Check(Validator, request) is { } invalid)
        {
            return invalid;
        }

        if (KitDocumentRules.Check(studio, request.Document) is { } wrong)
        {
            return wrong;
        }

        BrandKit? kit;
        if (request.Id is { } id)
        {
            kit = await kits.FindAsync(caller.Tenant, id, cancellation);
            if (kit is null)
            {
                return SharedProblems.NotFound;
            }

            if (kit.Version != request.Version)
            {
                return SharedProblems.Changed;
            }

            kit.Change(request.Name.Trim(), request.Document, time.GetUtcNow());
            audit.Record(caller, "kit.changed", "kit", kit.Id, kit.Name);
        }
        else
        {
            kit = BrandKit.Create(caller.Tenant, ids.New(), request.Name.Trim(), request.Document, time.GetUtcNow());
            kits.Add(kit);
            audit.Record(caller, "kit.created", "kit", kit.Id, kit.Name);
        }

        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? kit.Id : saved.Problem;
    }

    private sealed class Rules : AbstractValidator<SaveBrandKitRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("A name is needed.");
            RuleFor(r => r.Name).MaximumLength(80).WithMessage("A name has at most 80 characters.");
            RuleFor(r => r.Document.Variants).Must(v => v.Count <= 5).WithMessage("Up to five variants.");
            RuleForEach(r => r.Document.Variants).Must(v => v.Name.Trim().Length is > 0 and <= 40).WithMessage("A variant's name has 1 to 40 characters.");
            RuleFor(r => r.Document.Assets).Must(a => a.Count <= 20).WithMessage("Up to twenty pictures.");
        }
    }
}
