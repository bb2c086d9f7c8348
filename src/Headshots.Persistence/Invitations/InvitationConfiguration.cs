using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Invitations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(i => i.Devices).HasMaxLength((64 + 1) * Invitation.MaxDevices).IsUnicode(false).HasConversion(
            hashes => string.Join(' ', hashes),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), hashes => hashes.Count, hashes => hashes.ToList()));
        builder.Property(i => i.RetakeReason).HasMaxLength(2000);
        builder.BelongsTo<Invitation, Campaign>(i => new { i.TenantId, i.CampaignId });
        builder.BelongsTo<Invitation, Person>(i => new { i.TenantId, i.PersonId });
        builder.HasIndex(i => new { i.TenantId, i.CampaignId, i.PersonId }).IsUnique();

        // Lists of one stage are in the order of names: for each person it is looked up here whether they are in it.
        builder.HasIndex(i => new { i.TenantId, i.CampaignId, i.Stage, i.PersonId });

        // All that funnels and late people are counted by, so that the dashboard reads no rows.
        builder.HasIndex(
            i => new
            {
                i.TenantId,
                i.CampaignId,
                i.Stage,
                i.RevokedAt,
                i.ExpiresAt,
                i.LastRemindedAt,
                i.OpenedAt,
                i.SubmittedAt,
                i.RenderedAt,
                i.ChosenAt,
                i.ApprovedAt,
            },
            "IX_Invitations_Funnel");
        builder.HasIndex(i => new { i.TenantId, i.SubmittedAt });
        builder.HasIndex(i => new { i.TenantId, i.ApprovedAt });

        // The one index without the tenant: a link's token is what tells whose it is.
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}
