using Headshots.Core.Privacy;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Privacy;

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<PendingErasure>
{
    public void Configure(EntityTypeBuilder<PendingErasure> builder)
    {
        builder.ToTable("PendingErasures").HasKey(e => new { e.TenantId, e.Id });
        builder.BelongsToTenant();
        builder.HasIndex(e => new { e.TenantId, e.OrderedAt });
    }
}
