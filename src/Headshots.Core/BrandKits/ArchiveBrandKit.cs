using Headshots.Core.Audit;
using Headshots.Core.Campaigns;
using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

/// <summary>Puts a kit away, or brings it back. Nothing is deleted: headshots still say which version they obey.</summary>
public sealed class ArchiveBrandKit(IBrandKitStore kits, ICampaignStore campaigns, IAuditLog audit, IUnitOfWork work)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid kitId, bool archived, CancellationToken cancellation)
    {
        if (await kits.FindAsync(caller.Tenant, kitId, cancellation) is not { } kit)
        {
            return SharedProblems.NotFound;
        }

        if (archived && (await campaigns.ListAsync(caller.Tenant, cancellation)).Any(c => c.KitId == kitId && c.State == CampaignState.Running))
        {
            return BrandKitProblems.InUse;
        }

        kit.Archive(archived);
        audit.Record(caller, archived ? "kit.archived" : "kit.restored", "kit", kit.Id, kit.Name);
        return await work.SaveAsync(cancellation);
    }
}
