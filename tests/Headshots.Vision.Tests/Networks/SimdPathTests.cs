using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Tests.Networks;

/// <summary>Every register width against the plain path, on all networks the program ships.</summary>
public sealed class SimdPathTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (string file in ShippedModels.All)
            {
                foreach (SimdPath path in (SimdPath[])[SimdPath.Lanes4, SimdPath.Lanes8, SimdPath.Lanes16])
                {
                    cases.Add(Path.GetFileName(file), (int)path);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_AnyWidth_AgreesWithScalar(string file, int path)
    {
        TfliteModel model = TfliteModel.Load(Path.Combine(ModelFiles.Folder, file));
        using ICompiledNetwork plain = new ManagedRuntime(SimdPath.Scalar).Compile(model);
        using ICompiledNetwork wide = new ManagedRuntime((SimdPath)path).Compile(model);
        using INetworkSession expected = plain.OpenSession();
        using INetworkSession actual = wide.OpenSession();
        SketchedPerson.Fill(expected.Input(0), 0, 1);
        SketchedPerson.Fill(actual.Input(0), 0, 1);
        expected.Run();
        actual.Run();
        for (int i = 0; i < plain.Outputs.Count; i++)
        {
            ReadOnlySpan<float> want = expected.Output(i), got = actual.Output(i);
            Assert.True(want.ContainsAnyExceptInRange(-0.05f, 0.05f), $"{plain.Outputs[i].Name} says nothing");
            for (int k = 0; k < want.Length; k++)
            {
                Assert.True(
                    Math.Abs(want[k] - got[k]) <= 2e-4f * Math.Max(1, Math.Abs(want[k])),
                    $"{plain.Outputs[i].Name}[{k}] is {got[k]}, the plain path says {want[k]}");
            }
        }
    }

    [Fact]
    public void Run_AfterWarmUp_AllocatesNothing()
    {
        foreach (string file in ShippedModels.All)
        {
            using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Load(file));
            using INetworkSession session = network.OpenSession();
            GoldenInput.Fill(session.Input(0), 3, 0, 1);
            session.Run();
            // A collection started by a test on another thread closes this thread's allocation buffer and counts what
            // was left of it. A run that allocates does so every time, so the least of several tells.
            long least = long.MaxValue;
            for (int i = 0; i < 10; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                session.Run();
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal(0, least);
        }
    }

    [Fact]
    public void Run_Twice_RepeatsItsAnswer()
    {
        foreach (string file in ShippedModels.All)
        {
            using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Load(file));
            using INetworkSession session = network.OpenSession();
            GoldenInput.Fill(session.Input(0), 5, 0, 1);
            session.Run();
            float[][] first = [.. Enumerable.Range(0, network.Outputs.Count).Select(i => session.Output(i).ToArray())];
            session.Run();
            for (int i = 0; i < first.Length; i++)
            {
                Assert.Equal(first[i], session.Output(i).ToArray());
            }
        }
    }
}
