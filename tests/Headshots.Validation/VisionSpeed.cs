using System.Diagnostics;
using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.TestKit;
using Headshots.Vision;
using Headshots.Vision.Faces;
using Headshots.Vision.Networks;

namespace Headshots.Validation;

/// <summary>What looking at a photo costs: the networks alone and the whole of detection, mesh and mask.</summary>
internal static class VisionSpeed
{
    private const int WarmUps = 10;
    private const int Runs = 60;

    public static string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Speed of the vision networks

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- vision-speed`: one thread, warm, {Runs} runs each; {Environment.ProcessorCount} cores. Other programs on the machine show in the median; the fastest run hardly.

            | network | median ms | fastest ms |
            |---|---|---|

            """);
        var runtime = new ManagedRuntime();
        foreach (string file in (string[])[ModelFiles.FaceDetectionShortRange, ModelFiles.FaceDetectionFullRange,
            ModelFiles.FaceLandmark, ModelFiles.FaceLandmarkWithAttention, ModelFiles.SelfieSegmentation])
        {
            using ICompiledNetwork network = runtime.Compile(TfliteModel.Load(file));
            using INetworkSession session = network.OpenSession();
            session.Input(0).Fill(0.5f);
            (double median, double least) = Measure(session.Run);
            text.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(file)} | {median:F2} | {least:F2} |\n");
        }

        text.Append("\n| photo | pixels | faces | detect ms | mesh ms | mask, two looks, ms | sum of medians |\n|---|---|---|---|---|---|---|\n");
        using VisionEngine engine = VisionEngine.Load();
        foreach (string name in MediaPipeGolden.Names())
        {
            Photo(engine, name, text);
        }

        return text.ToString();
    }

    private static void Photo(VisionEngine engine, string name, StringBuilder text)
    {
        using RgbImage photo = SharedPhotos.Load(name);
        IReadOnlyList<FaceDetection> faces = engine.DetectFaces(photo);
        (double detect, _) = Measure(() => engine.DetectFaces(photo), 2, 7);
        double mesh = 0;
        double mask = 0;
        if (faces.Count > 0)
        {
            (mesh, _) = Measure(() => engine.FitMesh(photo, faces[0]), 2, 7);
            (mask, _) = Measure(() => engine.MaskPerson(photo, faces[0]).Dispose(), 2, 7);
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {photo.Width}×{photo.Height} | {faces.Count} | {detect:F1} | {mesh:F1} | {mask:F1} | {detect + mesh + mask:F1} |\n");
    }

    private static (double Median, double Least) Measure(Action work, int warmUps = WarmUps, int runs = Runs)
    {
        for (int i = 0; i < warmUps; i++)
        {
            work();
        }

        double[] times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[runs / 2], times[0]);
    }
}
