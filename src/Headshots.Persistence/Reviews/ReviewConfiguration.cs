using Headshots.Core.Headshots;
using Headshots.Core.Reviews;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Reviews;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews").HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Reason).HasMaxLength(500);
        builder.BelongsTo<Review, Headshot>(r => new { r.TenantId, r.HeadshotId });
        builder.HasIndex(r => new { r.TenantId, r.HeadshotId, r.At });
        builder.HasIndex(r => new { r.TenantId, r.PersonId, r.At });
    }
}
