using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Campaigns;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns").HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.Message).HasMaxLength(2000);
        builder.BelongsTo<Campaign, BrandKit>(c => new { c.TenantId, c.KitId });
        builder.HasIndex(c => new { c.TenantId, c.CreatedAt });
    }
}
