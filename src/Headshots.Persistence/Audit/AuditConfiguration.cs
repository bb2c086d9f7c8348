using Headshots.Core.Audit;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Audit;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHeadRow>
{
    private const int MostSalt = 16;

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries", table => table.HasTrigger(AuditTriggers.Name)).HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Action).HasMaxLength(80);
        builder.Property(e => e.SubjectType).HasMaxLength(40);
        builder.Property(e => e.ActorSalt).HasMaxLength(MostSalt);
        builder.Property(e => e.SummarySalt).HasMaxLength(MostSalt);
        builder.Property(e => e.ActorCommitment).HasMaxLength(AuditEntry.HashLength);
        builder.Property(e => e.SummaryCommitment).HasMaxLength(AuditEntry.HashLength);
        builder.Property(e => e.Previous).HasMaxLength(AuditEntry.HashLength);
        builder.Property(e => e.Seal).HasMaxLength(AuditEntry.HashLength);
        builder.Property<string>(FoldedText.Property).HasMaxLength(PersistedJson.Unlimited).IsRequired();
        builder.BelongsToTenant();

        // Entries of an older program have no place yet when the column is made.
        builder.HasIndex(e => new { e.TenantId, e.Sequence }).IsUnique().HasFilter("[Sequence] > 0");
        builder.HasIndex(e => new { e.TenantId, e.At, e.Id });
        builder.HasIndex(e => new { e.TenantId, e.SubjectId, e.At });
        builder.HasIndex(e => new { e.TenantId, e.PersonId, e.At });
    }

    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("AuditHeads").HasKey(h => h.TenantId);
        builder.Property(h => h.Seal).HasMaxLength(AuditEntry.HashLength);
        builder.BelongsToTenant();
    }
}
