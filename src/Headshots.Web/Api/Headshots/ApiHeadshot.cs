using Headshots.Core.Headshots;
using Headshots.Core.Rendering;

namespace Headshots.Web.Api.Headshots;

/// <summary>A headshot with its measurements and files; scores go from 0 to 100.</summary>
internal sealed record ApiHeadshot(
    Guid Id, Guid PersonId, Guid CampaignId, Guid KitVersionId, string Variant, HeadshotState State, DateTimeOffset CreatedAt, DateTimeOffset? DecidedAt, string RejectReason, HeadshotFigures Figures, IReadOnlyList<VerdictReason> Warnings, IReadOnlyList<ApiRendition> Renditions)
{
    public static ApiHeadshot Of(Headshot h) => new(
        h.Id, h.PersonId, h.CampaignId, h.KitVersionId, h.Variant, h.State, h.CreatedAt, h.DecidedAt, h.RejectReason, h.Figures, h.Warnings,
        [.. h.Renditions.Select(r => new ApiRendition(r.Name, r.FileName, r.ContentType, r.Width, r.Height, r.Bytes, r.Sha256, $"/api/v1/headshots/{h.Id}/renditions/{r.Name}"))]);
}

/// <summary>A file of a headshot; Address is where it can be had.</summary>
internal sealed record ApiRendition(string Name, string FileName, string ContentType, int Width, int Height, long Bytes, string Sha256, string Address);

/// <summary>A headshot that waits for a review.</summary>
internal sealed record ApiWaiting(ApiHeadshot Headshot, string Person, string Email, string Department, string Campaign)
{
    public static ApiWaiting Of(WaitingHeadshot w) => new(ApiHeadshot.Of(w.Headshot), w.PersonName, w.PersonEmail, w.Department, w.CampaignName);
}

/// <param name="HeadshotIds">One or many.</param>
/// <param name="Approve">Or reject.</param>
/// <param name="Reason">For the person; needed to reject.</param>
internal sealed record ApiReview(IReadOnlyList<Guid> HeadshotIds, bool Approve, string? Reason = null);
