using Headshots.Core.Campaigns;
using Headshots.Core.Dashboards;
using Headshots.Core.Invitations;

namespace Headshots.Web.Api.Campaigns;

/// <summary>A campaign with how far it is.</summary>
internal sealed record ApiCampaign(Guid Id, string Name, CampaignState State, DateTimeOffset DueAt, string Kit, Funnel Funnel, int Late)
{
    public static ApiCampaign Of(CampaignProgress c) => new(c.Id, c.Name, c.State, c.DueAt, c.KitName, c.Funnel, c.Late);
}

/// <summary>A campaign as it is edited.</summary>
internal sealed record ApiCampaignDetails(Guid Id, string Name, Guid KitId, string Message, DateTimeOffset DueAt, CampaignState State, DateTimeOffset CreatedAt, Funnel Funnel, long Version)
{
    public static ApiCampaignDetails Of(Campaign c, Funnel funnel) => new(c.Id, c.Name, c.KitId, c.Message, c.DueAt, c.State, c.CreatedAt, funnel, c.Version);
}

/// <param name="Name">1 to 100 characters.</param>
/// <param name="KitId">A published brand kit.</param>
/// <param name="Message">For the mail and the first page, up to 2,000 characters.</param>
/// <param name="DueAt">The last moment for sending a photo; of a campaign that runs, <c>POST …/extend</c> changes it.</param>
/// <param name="Version">The version that was read; ignored for a new campaign.</param>
internal sealed record ApiCampaignInput(string? Name, Guid KitId, string? Message, DateTimeOffset DueAt, long Version = 0)
{
    public CampaignDetails Details => new(Name ?? string.Empty, KitId, Message ?? string.Empty, DueAt);
}

/// <param name="PersonIds">Whom; those who are invited already are passed over.</param>
/// <param name="SendMail">False when the links are passed on by somebody else.</param>
internal sealed record ApiInvite(IReadOnlyList<Guid> PersonIds, bool SendMail = true);

/// <param name="DueAt">The new last moment.</param>
internal sealed record ApiExtend(DateTimeOffset DueAt);

/// <param name="Count">How many.</param>
internal sealed record ApiCount(int Count);

/// <summary>One person's part in a campaign. Its link is not part of it: whoever has the link can act as the person.</summary>
internal sealed record ApiInvitation(
    Guid Id, Guid PersonId, string Name, string Email, string Department, InvitationStage Stage, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastRemindedAt, int RemindersSent)
{
    public static ApiInvitation Of(InvitationRow r) => new(
        r.Id, r.PersonId, r.PersonName, r.PersonEmail, r.Department, r.Stage, r.CreatedAt, r.ExpiresAt, r.RevokedAt, r.LastRemindedAt, r.RemindersSent);
}
