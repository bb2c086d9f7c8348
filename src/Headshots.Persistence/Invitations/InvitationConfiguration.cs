using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Invitations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(i => i.RetakeReason).HasMaxLength(2000);
        builder.BelongsTo<Invitation, Campaign>(i => new { i.TenantId, i.CampaignId });
        builder.BelongsTo<Invitation, Person>(i => new { i.TenantId, i.PersonId });
        builder.HasIndex(i => new { i.TenantId, i.CampaignId, i.PersonId }).IsUnique();

        // The one index without the tenant: a link's token is what tells whose it is.
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}
