using Headshots.Core.Headshots;
using Headshots.Core.Submissions;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Headshots;

internal sealed class HeadshotConfiguration : IEntityTypeConfiguration<Headshot>
{
    public void Configure(EntityTypeBuilder<Headshot> builder)
    {
        builder.ToTable("Headshots").HasKey(h => new { h.TenantId, h.Id });
        builder.Property(h => h.Variant).HasMaxLength(80);
        builder.Property(h => h.Figures).IsJson(PersistedJson.Default.HeadshotFigures);
        builder.Property(h => h.Warnings).IsJsonList(PersistedJson.Default.IReadOnlyListVerdictReason);
        builder.Property(h => h.Renditions).HasField("_renditions").UsePropertyAccessMode(PropertyAccessMode.Field)
            .IsJsonList(PersistedJson.Default.IReadOnlyListRendition);
        builder.Property(h => h.Before).IsOptionalJson(PersistedJson.Default.Rendition);
        builder.Property(h => h.Report).HasMaxLength(PersistedJson.Unlimited);
        builder.Property(h => h.RejectReason).HasMaxLength(500);
        builder.BelongsTo<Headshot, Submission>(h => new { h.TenantId, h.SubmissionId });
        builder.HasIndex(h => new { h.TenantId, h.SubmissionId, h.Position });
        builder.HasIndex(h => new { h.TenantId, h.PersonId, h.CreatedAt });
        builder.HasIndex(h => new { h.TenantId, h.State, h.ChosenAt, h.Id });
    }
}
