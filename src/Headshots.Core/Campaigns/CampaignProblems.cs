using Headshots.Core.Shared;

namespace Headshots.Core.Campaigns;

public static class CampaignProblems
{
    public static Problem Closed { get; } =
        new("campaign_closed", "This campaign is closed.", "Extend it to a new date first.") { Kind = ProblemKind.Conflict };

    public static Problem DueInThePast { get; } =
        new("campaign_due_in_the_past", "The due date is in the past.", "Choose a day from today on.");

    public static Problem NobodyToInvite { get; } =
        new("campaign_nobody_to_invite", "Nobody in this selection can be invited: they are invited already, or have left.", "Choose other people.");
}
