using Headshots.Core.BrandKits;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.BrandKits;

internal sealed class BrandKitStore(HeadshotsDbContext context) : IBrandKitStore
{
    public Task<BrandKit?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<BrandKit>(tenant).FirstOrDefaultAsync(k => k.Id == id, cancellation);

    public Task<BrandKitVersion?> FindVersionAsync(TenantId tenant, Guid versionId, CancellationToken cancellation) =>
        context.Rows<BrandKitVersion>(tenant).FirstOrDefaultAsync(v => v.Id == versionId, cancellation);

    public async Task<IReadOnlyList<BrandKit>> ListAsync(TenantId tenant, bool withArchived, CancellationToken cancellation) =>
        await context.Rows<BrandKit>(tenant).Where(k => withArchived || !k.Archived).OrderBy(k => k.Name).ThenBy(k => k.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<BrandKitVersion>> VersionsAsync(TenantId tenant, Guid kitId, CancellationToken cancellation) =>
        await context.Rows<BrandKitVersion>(tenant).Where(v => v.KitId == kitId).OrderByDescending(v => v.Number).ToListAsync(cancellation);

    public void Add(BrandKit kit) => context.Add(kit);

    public void Add(BrandKitVersion version) => context.Add(version);

    public void Remove(BrandKit kit) => context.Remove(kit);
}
