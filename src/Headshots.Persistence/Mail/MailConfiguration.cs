using Headshots.Core.Mail;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Mail;

internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails").HasKey(m => new { m.TenantId, m.Id });

        // What a mail server says can be long.
        builder.Property(m => m.Failure).HasMaxLength(PersistedJson.Unlimited);
        builder.BelongsToTenant();
        builder.HasIndex(m => new { m.TenantId, m.State, m.DueAt });
        builder.HasIndex(m => new { m.TenantId, m.PersonId, m.CreatedAt });
    }
}
