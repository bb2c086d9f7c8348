using Headshots.Core.Shared;

namespace Headshots.Core.Headshots;

public interface IHeadshotStore
{
    void Add(Headshot headshot);

    Task<Headshot?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    Task<IReadOnlyList<Headshot>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>By position.</summary>
    Task<IReadOnlyList<Headshot>> OfSubmissionAsync(TenantId tenant, Guid submissionId, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Headshot>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    /// <summary>Chosen, oldest first.</summary>
    Task<Slice<WaitingHeadshot>> WaitingAsync(TenantId tenant, WaitingQuery query, CancellationToken cancellation);

    /// <summary>Approved ones, by the person's name, for downloads and publishing; without their reports.</summary>
    IAsyncEnumerable<ApprovedHeadshot> ApprovedAsync(TenantId tenant, Guid? campaignId, CancellationToken cancellation);

    /// <summary>Approved by another version of this kit, with their selfies still there: who can be rendered again.</summary>
    Task<IReadOnlyList<Headshot>> OutdatedAsync(TenantId tenant, Guid kitId, Guid currentVersionId, CancellationToken cancellation);

    /// <summary>Those that still have a crop of a selfie that was deleted after its time.</summary>
    Task<IReadOnlyList<Headshot>> OutlivingSelfiesAsync(TenantId tenant, int most, CancellationToken cancellation);

    void Remove(Headshot headshot);
}

/// <param name="CampaignId">Null for all.</param>
/// <param name="Cursor">From the slice before.</param>
/// <param name="Size">1 to 200.</param>
public sealed record WaitingQuery(Guid? CampaignId = null, string? Cursor = null, int Size = 50);

/// <summary>A headshot in the review queue.</summary>
public sealed record WaitingHeadshot(Headshot Headshot, string PersonName, string PersonEmail, string Department, string CampaignName, string? SelfieKey);

/// <summary>A line of a download.</summary>
public sealed record ApprovedHeadshot(
    Guid HeadshotId, Guid PersonId, string PersonName, string PersonEmail, string Department, string ExternalId, DateTimeOffset ApprovedAt, double Score, IReadOnlyList<Rendition> Renditions);
