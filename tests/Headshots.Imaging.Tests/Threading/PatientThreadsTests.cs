namespace Headshots.Imaging.Tests.Threading;

public sealed class PatientThreadsTests
{
    [Fact]
    public void ForRows_OnAPatientThread_CoversEveryRowOnceOnPatientThreads()
    {
        int[] visits = new int[1000];
        int impatient = 0;

        OnThreadOfItsOwn(() =>
        {
            PatientThreads.Join();
            PixelThreads.ForRows(visits.Length, 1, (from, end) =>
            {
                Interlocked.Add(ref impatient, PatientThreads.IsCurrent ? 0 : 1);
                for (int y = from; y < end; y++)
                {
                    Interlocked.Increment(ref visits[y]);
                }
            });
        });

        Assert.All(visits, v => Assert.Equal(1, v));
        Assert.Equal(0, impatient);
    }

    [Fact]
    public void Join_OnLinux_LowersThatThreadAlone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The system tells the niceness of a thread on Linux only.");
        int before = 0, after = 0, next = 0;

        OnThreadOfItsOwn(() =>
        {
            before = Niceness();
            PatientThreads.Join();
            after = Niceness();
        });
        OnThreadOfItsOwn(() => next = Niceness());

        Assert.Equal(10, after);
        Assert.Equal(before, next);
        Assert.False(PatientThreads.IsCurrent);
    }

    /// <summary>proc(5): the 19th number of a thread's line, whose second, the name, may hold blanks.</summary>
    private static int Niceness()
    {
        string line = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[16], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void OnThreadOfItsOwn(Action work)
    {
        Thread thread = new(() => work());
        thread.Start();
        thread.Join();
    }
}
