using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Sessions;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions").HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.Device).HasMaxLength(Session.MaxDevice);
        builder.Property(s => s.ProviderSessionHash).HasMaxLength(64);
        builder.BelongsToTenant();
        builder.BelongsTo<Session, Member>(s => new { s.TenantId, s.MemberId });
        builder.HasIndex(s => new { s.TenantId, s.MemberId });
        builder.HasIndex(s => new { s.TenantId, s.ExpiresAt });

        // Without the tenant: a provider that signs somebody out names its own session and nothing else.
        builder.HasIndex(s => s.ProviderSessionHash);
    }
}
