using Headshots.Core.Headshots;
using Headshots.Core.Tenants;

namespace Headshots.Core.Reviews;

internal static class AutoApproval
{
    /// <summary>Whether all that the rule asks for holds. What could not be measured is for people to judge.</summary>
    public static bool Allows(AutoApprovalRule rule, Headshot headshot) =>
        headshot.Figures.Score >= rule.MinimumScore
        && headshot.Figures.LandmarkDrift is { } drift && drift <= rule.MaximumDrift
        && (!rule.WithoutWarnings || headshot.Warnings.Count == 0);
}
