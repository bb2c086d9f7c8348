using System.Globalization;
using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

/// <summary>How much more memory than before a piece of work held at its worst, native memory included.</summary>
internal static class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";

    /// <summary>Bytes by which the resident set grew, at its peak; skips the test where Linux cannot say.</summary>
    public static long Of(Action work)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Reset))
        {
            Requirement.Missing("needs Linux, which tells the peak of a process's memory");
        }

        Settle();
        File.WriteAllText(Reset, "5");
        long before = Status("VmRSS:");
        work();
        return Status("VmHWM:") - before;
    }

    /// <summary>Bytes resident after everything unused was given back.</summary>
    public static long Resident()
    {
        Settle();
        return Environment.WorkingSet;
    }

    private static void Settle()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>proc(5): lines such as "VmHWM:     1234 kB".</summary>
    private static long Status(string field)
    {
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..^"kB".Length], CultureInfo.InvariantCulture) * 1024;
    }
}
