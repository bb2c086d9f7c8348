using System.Reflection;
using System.Runtime.InteropServices;
using Headshots.App.Samples;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Kits;
using Headshots.Studio.Reports;

namespace Headshots.App.Doctor;

/// <summary>Everything the doctor looks at, cheap things first.</summary>
internal static class Checks
{
    private const string BuildAgain = "Build again on this machine (dotnet build), or unpack the program again.";

    /// <summary>Formats that must be read and written.</summary>
    private static readonly string[] Needed = ["jpeg", "png", "webp", "avif"];

    public static IReadOnlyList<Finding> Run() =>
    [
        Program(),
        new Finding("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}"),
        Processor(),
        Finding.Of("codecs", BuildAgain, Codecs),
        .. ModelCheck.Run(AppContext.BaseDirectory),
        Finding.Of("self test", "Run headshots doctor again; if it stays, please report this.", SelfTest),
    ];

    private static Finding Program()
    {
        Assembly program = typeof(Checks).Assembly;
        string version = program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        string? packages = program.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(m => m.Key == "PackageSet")?.Value;
        return packages is "core" or "full"
            ? new Finding("program", $"headshots {version}, package set \"{packages}\"")
            : new Finding("program", $"headshots {version} of an unknown package set", BuildAgain);
    }

    private static Finding Processor() => new(
        "processor",
        $"{Environment.ProcessorCount} × {RuntimeInformation.ProcessArchitecture}: {CpuFeatures.Summary()}");

    private static Finding Codecs()
    {
        string[] missing = [.. Needed.Except(LibvipsInfo.Loaders.Intersect(LibvipsInfo.Savers))];
        string found = $"libvips {LibvipsInfo.Version}, {LibvipsInfo.LoadedFrom}; reads {string.Join(' ', LibvipsInfo.Loaders)}, " +
            $"writes {string.Join(' ', LibvipsInfo.Savers)}";
        return missing.Length == 0
            ? new Finding("codecs", found)
            : new Finding("codecs", found, $"It lacks {string.Join(' ', missing)}; use the library that the build fetches.");
    }

    private static Finding SelfTest()
    {
        using PortraitStudio studio = PortraitStudio.Open();
        RenderedPortrait portrait = studio.Render(SamplePhoto.Draw(), ReadyKits.Get(ReadyKits.Names[0]));
        PortraitReport report = portrait.Report;
        return report.Status == PortraitStatus.Rendered
            ? new Finding("self test", $"drew a sitter and rendered it: {portrait.Files.Count} files, {report.Timings["total"]:0} ms cold")
            : new Finding("self test", $"a drawn sitter was {report.Status}: {CommandLine.Outcome.InWords(report)}", BuildAgain);
    }
}
