using System.Runtime.InteropServices;
using Headshots.TestKit;
using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Tests.Networks;

/// <summary>Raw outputs against TensorFlow Lite's own runtime on the same input (shared/goldens/README.md).</summary>
public sealed class GoldenParityTests
{
    private const float Tolerance = 1e-3f;

    public static TheoryData<string, uint, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, uint, int>();
            foreach (string network in (string[])["face_detection_short_range", "face_detection_full_range", "mesh"])
            {
                foreach (uint seed in (uint[])[1, 2])
                {
                    foreach (SimdPath path in (SimdPath[])[SimdPath.Auto, SimdPath.Scalar, SimdPath.Lanes4, SimdPath.Lanes16])
                    {
                        cases.Add(network, seed, (int)path);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_GoldenInput_MatchesTensorFlowLite(string name, uint seed, int path)
    {
        bool mesh = name == "mesh";
        string file = name switch
        {
            "mesh" => ModelFiles.FaceLandmark,
            "face_detection_full_range" => ModelFiles.FaceDetectionFullRange,
            _ => ModelFiles.FaceDetectionShortRange,
        };
        using ICompiledNetwork network = new ManagedRuntime((SimdPath)path).Compile(TfliteModel.Load(file));
        using INetworkSession session = network.OpenSession();
        GoldenInput.Fill(session.Input(0), seed, mesh ? 0 : -1, 1);
        session.Run();
        for (int i = 0; i < network.Outputs.Count; i++)
        {
            string golden = SharedFiles.Require($"goldens/tflite/{name}.seed{seed}.{network.Outputs[i].Name}.f32");
            ReadOnlySpan<float> expected = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(golden));
            ReadOnlySpan<float> actual = session.Output(i);
            Assert.Equal(expected.Length, actual.Length);
            for (int k = 0; k < expected.Length; k++)
            {
                float allowed = Tolerance * Math.Max(1, Math.Abs(expected[k]));
                Assert.True(
                    Math.Abs(actual[k] - expected[k]) <= allowed,
                    $"{network.Outputs[i].Name}[{k}] is {actual[k]}, TensorFlow Lite says {expected[k]}");
            }
        }
    }
}
