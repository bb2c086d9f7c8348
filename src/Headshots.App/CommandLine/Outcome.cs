using Headshots.Studio.Reports;

namespace Headshots.App.CommandLine;

/// <summary>How a whole batch ended, from how each of its photos did.</summary>
internal static class Outcome
{
    public static int ExitCodeOf(IEnumerable<PortraitReport> reports) => reports
        .Select(r => r.Status switch
        {
            PortraitStatus.Unreadable => ExitCode.Unreadable,
            PortraitStatus.Refused => ExitCode.Refused,
            _ => ExitCode.Success,
        })
        .DefaultIfEmpty(ExitCode.Success)
        .Max();

    /// <summary>Why there is no headshot and what to do; of a good photo, what a careful photographer would mention.</summary>
    public static string InWords(PortraitReport report) => string.Join(
        Environment.NewLine,
        report.Reasons.Select(r => $"{r.Message} {r.Advice}")
            .Concat(report.Status == PortraitStatus.Rendered ? report.Warnings.Select(w => w.Message) : []));
}
