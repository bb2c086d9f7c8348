using Headshots.App.Photos;
using Headshots.Studio.Reports;

namespace Headshots.App.Render;

/// <summary>Photos whose headshots could not be written.</summary>
internal static class WriteFault
{
    private const string FullDisk = "disk_full";

    /// <summary>
    /// "No space left" and "quota exceeded", as each system numbers them: Windows in its own way, the others by errno,
    /// where 122 is Linux's and 69 is that of macOS.
    /// </summary>
    private static readonly int[] NoSpace = OperatingSystem.IsWindows()
        ? [unchecked((int)0x80070070), unchecked((int)0x80070027)]
        : [28, OperatingSystem.IsMacOS() ? 69 : 122];

    /// <param name="folder">The photo's folder.</param>
    /// <param name="fault">What the system said.</param>
    public static PortraitReport Report(string folder, Exception fault) => NoSpace.Contains(fault.HResult)
        ? PhotoSource.Unreadable(FullDisk, "The headshot cannot be written: the disk is full.", "Make room, or choose another --out folder, and start again.")
        : PhotoSource.Unreadable(
            "not_writable",
            $"The headshot cannot be written: {fault.Message}",
            $"See what lies in the way at {folder}, or choose another --out folder.");

    public static bool IsOfAFullDisk(PortraitReport report) => report.Reasons.Any(r => r.Code == FullDisk);
}
