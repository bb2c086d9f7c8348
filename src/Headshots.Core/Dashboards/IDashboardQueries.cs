using Headshots.Core.Shared;

namespace Headshots.Core.Dashboards;

/// <summary>What the first page shows. Answered by the database in a few grouped questions, whatever the company's size.</summary>
public interface IDashboardQueries
{
    /// <param name="tenant">Whose.</param>
    /// <param name="campaignId">Null for all campaigns together.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<Funnel> FunnelAsync(TenantId tenant, Guid? campaignId, CancellationToken cancellation);

    /// <summary>Running campaigns with their funnels, the next due first.</summary>
    Task<IReadOnlyList<CampaignProgress>> CampaignsAsync(TenantId tenant, bool withClosed, CancellationToken cancellation);

    /// <summary>Photos sent and headshots approved by day (UTC), from the first of these days on, without gaps.</summary>
    Task<IReadOnlyList<DayCount>> DaysAsync(TenantId tenant, DateOnly first, DateOnly last, CancellationToken cancellation);

    Task<Attention> AttentionAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>How many invitations have come at least this far.</summary>
public sealed record Funnel(int Invited, int Opened, int Submitted, int Rendered, int Chosen, int Approved);

public sealed record CampaignProgress(
    Guid Id, string Name, Campaigns.CampaignState State, DateTimeOffset DueAt, string KitName, Funnel Funnel, int Late, bool IsSample);

public sealed record DayCount(DateOnly Day, int Submitted, int Approved);

/// <summary>What needs somebody.</summary>
/// <param name="WaitingForReview">Chosen headshots.</param>
/// <param name="StuckJobs">Held or failed.</param>
/// <param name="WaitingForCredits">Of those, for want of credits.</param>
/// <param name="FailedMails">Given up.</param>
/// <param name="Late">Invited into campaigns due within three days, and nothing sent.</param>
/// <param name="People">Active people.</param>
/// <param name="PeopleWithHeadshot">Of those, with an approved headshot.</param>
public sealed record Attention(int WaitingForReview, int StuckJobs, int WaitingForCredits, int FailedMails, int Late, int People, int PeopleWithHeadshot);
