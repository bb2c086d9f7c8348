using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Headshots.Imaging;

/// <summary>
/// Pixel work that runs beside work which somebody waits for within milliseconds. A patient thread gives way to all others of
/// the machine, and so do the threads that help it with its rows; with nothing else to do they are as fast as any.
/// </summary>
public static partial class PatientThreads
{
    /// <summary>A ninth of the share of an ordinary thread where both want to run; what nice(1) does without being told more.</summary>
    private const int Niceness = 10;

    private const int OfThread = 0;

    private static readonly BlockingCollection<RowJob> _jobs = [];
    private static readonly Lazy<int> _helpers = new(StartHelpers);

    [ThreadStatic]
    private static bool _isPatient;

    /// <summary>Whether this thread is one.</summary>
    public static bool IsCurrent => _isPatient;

    /// <summary>
    /// Makes the calling thread patient for the rest of its life: systems let nobody take it back. Only for threads of one's
    /// own, never for one of the pool.
    /// </summary>
    public static void Join()
    {
        if (_isPatient)
        {
            return;
        }

        _isPatient = true;
        if (OperatingSystem.IsLinux())
        {
            // The runtime's own priorities do nothing there. Where a sandbox refuses, pages are a little slower.
            _ = SetPriority(OfThread, 0, Niceness);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    /// <summary>Has a patient thread look at a job.</summary>
    internal static void Queue(RowJob job)
    {
        if (_helpers.Value > 0)
        {
            _jobs.Add(job);
        }
    }

    private static int StartHelpers()
    {
        // The thread that asks works, too.
        int count = Environment.ProcessorCount - 1;
        for (int i = 0; i < count; i++)
        {
            new Thread(Help) { IsBackground = true, Name = "Patient rows" }.Start();
        }

        return count;
    }

    private static void Help()
    {
        Join();
        foreach (RowJob job in _jobs.GetConsumingEnumerable())
        {
            job.Execute();
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int niceness);
}
