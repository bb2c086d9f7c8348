using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People").HasKey(p => new { p.TenantId, p.Id });
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(p => p.Department).HasMaxLength(120);
        builder.Property(p => p.ExternalId).HasMaxLength(64);
        builder.Property(p => p.SortKey).HasMaxLength(376);
        builder.Property<string>(FoldedText.Property).HasMaxLength(PersistedJson.Unlimited).IsRequired();
        builder.BelongsToTenant();
        builder.HasIndex(p => new { p.TenantId, p.Email }).IsUnique();
        builder.HasIndex(p => new { p.TenantId, p.ExternalId }).IsUnique().HasFilter("[ExternalId] <> ''");

        // One for each order of the list; the sort key holds the address, so it is unique and breaks the ties of the others.
        builder.HasIndex(p => new { p.TenantId, p.SortKey });
        builder.HasIndex(p => new { p.TenantId, p.Department, p.SortKey });

        // The usual list is of active people; with the headshot beside, counting them reads no rows.
        builder.HasIndex(p => new { p.TenantId, p.Status, p.SortKey, p.HeadshotId });
        builder.HasIndex(p => new { p.TenantId, p.Stage, p.SortKey });
        builder.HasIndex(p => new { p.TenantId, p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.TenantId, p.LeftAt });
    }
}
