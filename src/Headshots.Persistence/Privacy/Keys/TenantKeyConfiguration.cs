using Headshots.Core.Privacy.Keys;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Privacy.Keys;

internal sealed class TenantKeyConfiguration : IEntityTypeConfiguration<WrappedTenantKey>
{
    public void Configure(EntityTypeBuilder<WrappedTenantKey> builder)
    {
        // One to a tenant, so that two processes that make the first at the same moment end up with one.
        builder.ToTable("TenantKeys").HasKey(k => k.TenantId);
        builder.Property(k => k.MasterKeyId).HasMaxLength(MasterKey.LongestId);
        builder.Property(k => k.Wrapped).HasMaxLength(200);
        builder.BelongsToTenant();
    }
}
