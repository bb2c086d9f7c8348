using Headshots.Core.Invitations;
using Headshots.Core.Submissions;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Submissions;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions").HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.Consent).IsJson(PersistedJson.Default.Consent);
        builder.Property(s => s.Selfies).HasField("_selfies").UsePropertyAccessMode(PropertyAccessMode.Field)
            .IsJsonList(PersistedJson.Default.IReadOnlyListSelfie);
        builder.BelongsTo<Submission, Invitation>(s => new { s.TenantId, s.InvitationId });

        // Two tabs that agree at the same moment get one draft.
        builder.HasIndex(s => new { s.TenantId, s.InvitationId }, "IX_Submissions_Draft").IsUnique().HasFilter($"[State] = {(int)SubmissionState.Draft}");
        builder.HasIndex(s => new { s.TenantId, s.InvitationId, s.CreatedAt });
        builder.HasIndex(s => new { s.TenantId, s.PersonId, s.CreatedAt });
        builder.HasIndex(s => new { s.TenantId, s.SelfiesDeletedAt, s.SentAt });
    }
}
