using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Receipts;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Privacy;

/// <summary>What outlives the person it is about hangs on the tenant alone.</summary>
internal sealed class ProofConfiguration : IEntityTypeConfiguration<ConsentEvent>, IEntityTypeConfiguration<DeletionReceipt>
{
    public void Configure(EntityTypeBuilder<ConsentEvent> builder)
    {
        builder.ToTable("Consents").HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.TextVersion).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(20);
        builder.BelongsToTenant();
        builder.HasIndex(c => new { c.TenantId, c.PersonId, c.At });
    }

    public void Configure(EntityTypeBuilder<DeletionReceipt> builder)
    {
        builder.ToTable("DeletionReceipts").HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Document).HasMaxLength(PersistedJson.Unlimited);
        builder.BelongsToTenant();
        builder.HasIndex(r => new { r.TenantId, r.PersonId, r.At });
        builder.HasIndex(r => new { r.TenantId, r.At });
    }
}
