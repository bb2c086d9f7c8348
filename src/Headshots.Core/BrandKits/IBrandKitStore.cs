using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

public interface IBrandKitStore
{
    Task<BrandKit?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    Task<BrandKitVersion?> FindVersionAsync(TenantId tenant, Guid versionId, CancellationToken cancellation);

    /// <summary>By name.</summary>
    Task<IReadOnlyList<BrandKit>> ListAsync(TenantId tenant, bool withArchived, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<BrandKitVersion>> VersionsAsync(TenantId tenant, Guid kitId, CancellationToken cancellation);

    void Add(BrandKit kit);

    void Add(BrandKitVersion version);

    void Remove(BrandKit kit);
}
