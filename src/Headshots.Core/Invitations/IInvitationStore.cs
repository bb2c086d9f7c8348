using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

public interface IInvitationStore
{
    Task<Invitation?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>By the hash of a link's token: the only question that does not know the tenant yet, since the token is what tells it.</summary>
    Task<Invitation?> FindByTokenHashAsync(string tokenHash, CancellationToken cancellation);

    /// <summary>Which of these people are in the campaign already.</summary>
    Task<IReadOnlySet<Guid>> InvitedAsync(TenantId tenant, Guid campaignId, IReadOnlyCollection<Guid> personIds, CancellationToken cancellation);

    Task<IReadOnlyList<Invitation>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    Task<Slice<InvitationRow>> ListAsync(TenantId tenant, InvitationQuery query, CancellationToken cancellation);

    /// <summary>Those who have not sent a photo, are not revoked or expired, and were not reminded since.</summary>
    Task<IReadOnlyList<Guid>> LateAsync(TenantId tenant, Guid campaignId, DateTimeOffset now, DateTimeOffset notRemindedSince, int most, CancellationToken cancellation);

    /// <summary>Moves the expiry of all that are not revoked, at once.</summary>
    Task ExtendAsync(TenantId tenant, Guid campaignId, DateTimeOffset expiresAt, CancellationToken cancellation);

    void Add(Invitation invitation);

    void Remove(Invitation invitation);
}

/// <param name="CampaignId">Of this campaign.</param>
/// <param name="Stage">Null for all.</param>
/// <param name="Search">Contained in the person's name or address.</param>
/// <param name="Cursor">From the slice before.</param>
/// <param name="Size">1 to 500.</param>
public sealed record InvitationQuery(Guid CampaignId, InvitationStage? Stage = null, string? Search = null, string? Cursor = null, int Size = 50)
{
    public bool WithTotal { get; init; }
}

/// <summary>A line of a campaign's list, by the person's name.</summary>
public sealed record InvitationRow(
    Guid Id,
    Guid PersonId,
    string PersonName,
    string PersonEmail,
    string Department,
    InvitationStage Stage,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastRemindedAt,
    int RemindersSent);
