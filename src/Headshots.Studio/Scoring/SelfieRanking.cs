using Headshots.Studio.Reports;

namespace Headshots.Studio.Scoring;

/// <summary>
/// Orders selfies of one person. Their overall scores decide, and one thing that no photo tells alone: lids lower than the
/// same person's usually are mean a blink, while low lids alone mean nothing.
/// </summary>
public static class SelfieRanking
{
    /// <summary>Of the widest opening that this person shows.</summary>
    private const double HalfClosed = 0.6;

    /// <summary>Share of the overall score that a blink costs.</summary>
    private const double BlinkCosts = 0.5;

    /// <summary>Indices into the reports, best first; photos of which no headshot can be made come last, as they came.</summary>
    /// <param name="reports">Of renders of one person's photos.</param>
    public static IReadOnlyList<int> BestFirst(IReadOnlyList<PortraitReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        double widest = reports.Where(IsGood).Select(Opening).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(0, reports.Count).OrderByDescending(i => IsGood(reports[i]) ? Merit(reports[i], widest) : -1)];
    }

    private static double Merit(PortraitReport report, double widest)
    {
        double share = widest > 0 ? Opening(report) / widest : 1;
        double open = HeadshotScores.Sigmoid(share, HalfClosed, 0.05);
        return (report.Scores?.Overall ?? 0) * (1 - (BlinkCosts * (1 - open)));
    }

    private static bool IsGood(PortraitReport report) => report.Status == PortraitStatus.Rendered;

    private static double Opening(PortraitReport report) => Math.Max(report.Face?.EyeOpening ?? 0, 0);
}
