using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Tenants;

internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>, IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("Tenants").HasKey(t => t.Id);
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.ContactEmail).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(t => t.Realm).HasMaxLength(SignInRealm.MaxLength);

        // Without the tenant: whoever comes from a provider's page brings nothing but where they signed in.
        builder.HasIndex(t => t.Realm).IsUnique();
        builder.Property(t => t.Settings).IsJson(PersistedJson.Default.TenantSettings);
    }

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members").HasKey(m => new { m.TenantId, m.Id });
        builder.Property(m => m.Name).HasMaxLength(120);
        builder.Property(m => m.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.HasIndex(m => new { m.TenantId, m.Identity }).IsUnique();
        builder.BelongsToTenant();
    }
}
