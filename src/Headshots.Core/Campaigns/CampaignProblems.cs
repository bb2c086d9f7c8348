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

    /// <summary>The company allows addresses of some domains only.</summary>
    public static Problem OutsideDomains(IReadOnlyList<string> names)
    {
        string who = string.Join(", ", names.Take(3)) + (names.Count > 3 ? " …" : string.Empty);
        return new("campaign_outside_domains", $"Nobody was invited: {names.Count} of them have an address that the company's settings do not allow ({who}).", "Leave them out, correct their address, or allow its domain in the settings.")
        {
            Kind = ProblemKind.Conflict,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = $"{names.Count}", ["who"] = who },
        };
    }
}
