using Headshots.Core.Rendering;
using Headshots.Core.Submissions;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Rendering;

internal sealed class RenderJobConfiguration : IEntityTypeConfiguration<RenderJob>
{
    public void Configure(EntityTypeBuilder<RenderJob> builder)
    {
        builder.ToTable("RenderJobs").HasKey(j => new { j.TenantId, j.Id });
        builder.Property(j => j.LeasedBy).HasMaxLength(200);
        builder.Property(j => j.Reason).HasMaxLength(100);
        builder.BelongsTo<RenderJob, Submission>(j => new { j.TenantId, j.SubmissionId });
        builder.HasIndex(j => new { j.TenantId, j.State, j.Priority, j.DueAt, j.Id });
        builder.HasIndex(j => new { j.TenantId, j.PersonId });
        builder.HasIndex(j => new { j.TenantId, j.SubmissionId, j.CreatedAt });
    }
}
