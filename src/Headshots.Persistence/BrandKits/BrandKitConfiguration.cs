using Headshots.Core.BrandKits;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.BrandKits;

internal sealed class BrandKitConfiguration : IEntityTypeConfiguration<BrandKit>, IEntityTypeConfiguration<BrandKitVersion>
{
    public void Configure(EntityTypeBuilder<BrandKit> builder)
    {
        builder.ToTable("BrandKits").HasKey(k => new { k.TenantId, k.Id });
        builder.Property(k => k.Name).HasMaxLength(80);
        builder.Property(k => k.Draft).IsJson(PersistedJson.Default.KitDocument);
        builder.BelongsToTenant();
        builder.HasIndex(k => new { k.TenantId, k.Name });
    }

    public void Configure(EntityTypeBuilder<BrandKitVersion> builder)
    {
        builder.ToTable("BrandKitVersions").HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.Name).HasMaxLength(80);
        builder.Property(v => v.Document).IsJson(PersistedJson.Default.KitDocument);
        builder.BelongsTo<BrandKitVersion, BrandKit>(v => new { v.TenantId, v.KitId }, DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.TenantId, v.KitId, v.Number }).IsUnique();
    }
}
