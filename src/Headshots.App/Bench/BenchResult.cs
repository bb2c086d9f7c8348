namespace Headshots.App.Bench;

/// <summary>What one stage took over all runs.</summary>
/// <param name="Stage">As the report names it; <c>total</c> is all of them together.</param>
/// <param name="MedianMs">Milliseconds.</param>
/// <param name="MinMs">Milliseconds.</param>
/// <param name="MaxMs">Milliseconds.</param>
internal sealed record StageTime(string Stage, double MedianMs, double MinMs, double MaxMs)
{
    /// <param name="stage">The stage's name.</param>
    /// <param name="times">Milliseconds of each run, at least one.</param>
    public static StageTime Of(string stage, IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new StageTime(stage, Math.Round(median, 2), Math.Round(sorted[0], 2), Math.Round(sorted[^1], 2));
    }
}

/// <param name="Photo">What was rendered.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Runs">Renders that count, after the warm-up.</param>
/// <param name="Threads">Processors one render might use.</param>
/// <param name="PeakMegabytes">Most memory the process ever had.</param>
/// <param name="Stages">In the order they ran.</param>
internal sealed record BenchResult(
    string Photo, string Machine, int Runs, int Threads, int PeakMegabytes, IReadOnlyList<StageTime> Stages);
