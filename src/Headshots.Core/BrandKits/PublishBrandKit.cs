using Headshots.Core.Audit;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

/// <summary>Freezes a kit's draft as its next version, which campaigns take from then on.</summary>
public sealed class PublishBrandKit(IBrandKitStore kits, IPhotoStudio studio, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    /// <returns>The version's id.</returns>
    public async Task<Result<Guid>> HandleAsync(Caller caller, Guid kitId, long version, CancellationToken cancellation)
    {
        if (await kits.FindAsync(caller.Tenant, kitId, cancellation) is not { } kit)
        {
            return SharedProblems.NotFound;
        }

        if (kit.Version != version)
        {
            return SharedProblems.Changed;
        }

        if (!kit.HasUnpublishedChanges)
        {
            return BrandKitProblems.NothingChanged;
        }

        if (KitDocumentRules.Check(studio, kit.Draft) is { } wrong)
        {
            return wrong;
        }

        BrandKitVersion published = kit.Publish(ids.New(), caller.Actor.Name, time.GetUtcNow());
        kits.Add(published);
        audit.Record(caller, "kit.published", "kit", kit.Id, $"{kit.Name}, version {published.Number}");
        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? published.Id : saved.Problem;
    }
}
