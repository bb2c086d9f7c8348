using System.Diagnostics;
using System.Runtime.InteropServices;
using Headshots.App.Kits;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;

namespace Headshots.App.Bench;

/// <summary>Renders one photo again and again and gathers what each stage took.</summary>
internal static class BenchStudio
{
    /// <summary>Runs until the compiler has settled on its best code.</summary>
    private const int WarmUps = 5;

    /// <returns>The times, or the report that says why the photo does not render.</returns>
    public static Result<BenchResult, PortraitReport> Run(
        string name, byte[] photo, Kit kit, int runs, int threads, CancellationToken cancellation)
    {
        PixelThreads.Degree = threads;
        using PortraitStudio studio = PortraitStudio.Open();
        List<IReadOnlyDictionary<string, double>> timings = [];
        for (int run = 0; run < WarmUps + runs; run++)
        {
            PortraitReport report = studio.Render(photo, kit.Spec, kit.Assets, cancellation: cancellation).Report;
            if (report.Status != PortraitStatus.Rendered)
            {
                return report;
            }

            if (run >= WarmUps)
            {
                timings.Add(report.Timings);
            }
        }

        IEnumerable<StageTime> stages = timings[0].Keys.Select(stage => StageTime.Of(stage, timings.Select(t => t.GetValueOrDefault(stage))));
        return new BenchResult(name, Machine(), runs, threads, PeakMegabytes(), [.. stages]);
    }

    private static string Machine() =>
        $"{RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors, {CpuFeatures.Summary()}, {RuntimeInformation.FrameworkDescription}";

    private static int PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return (int)(self.PeakWorkingSet64 >> 20);
    }
}
