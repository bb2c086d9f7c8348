using Headshots.Core.Credits;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Credits;

internal sealed class CreditConfiguration : IEntityTypeConfiguration<CreditEntry>, IEntityTypeConfiguration<CreditBalance>, IEntityTypeConfiguration<CreditUse>
{
    public void Configure(EntityTypeBuilder<CreditEntry> builder)
    {
        builder.ToTable("CreditEntries").HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Note).HasMaxLength(PersistedJson.Unlimited);
        builder.BelongsToTenant();
        builder.HasIndex(e => new { e.TenantId, e.At, e.Id });
    }

    public void Configure(EntityTypeBuilder<CreditBalance> builder)
    {
        builder.ToTable("CreditBalances", t => t.HasCheckConstraint("CK_CreditBalances_NotNegative", "[Amount] >= 0")).HasKey(b => b.TenantId);
        builder.Property(b => b.TenantId).ValueGeneratedNever();
        builder.BelongsToTenant();
    }

    public void Configure(EntityTypeBuilder<CreditUse> builder)
    {
        builder.ToTable("CreditUses").HasKey(u => new { u.TenantId, u.PersonId });
        builder.BelongsToTenant();
    }
}
