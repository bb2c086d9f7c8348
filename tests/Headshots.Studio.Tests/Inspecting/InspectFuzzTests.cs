using System.Diagnostics;
using System.Globalization;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Tests.Sitters;
using Headshots.TestKit;

namespace Headshots.Studio.Tests.Inspecting;

/// <summary>No other test runs meanwhile, so that memory can be weighed.</summary>
[CollectionDefinition(nameof(WeighsMemory), DisableParallelization = true)]
public sealed class WeighsMemory;

[Collection(nameof(WeighsMemory))]
public sealed class InspectFuzzTests(SitterStudio room, ITestOutputHelper output)
{
    /// <summary>How many damaged photos are inspected; 20000 is the full run (some minutes).</summary>
    private const string CountVariable = "HEADSHOTS_FUZZ_INSPECTIONS";

    private const int Usual = 2_000;

    /// <summary>Well above what allocators keep back for later, well below one lost picture in a hundred.</summary>
    private const long MostGrowth = 48L << 20;

    /// <summary>
    /// Each of them ends with a report that makes sense: it does not crash, throw or hang, and keeps no memory.
    /// </summary>
    [Fact]
    public void Inspect_DamagedPhotos_AlwaysAnswersAndKeepsNoMemory()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out int asked) ? asked : Usual;
        ImageMutator mutator = new(Seeds(), seed: 20_261);
        Dictionary<PortraitStatus, int> answers = [];
        Run(mutator, count / 4, answers);
        long before = Resident();

        Run(mutator, count - (count / 4), answers);

        long growth = Resident() - before;
        output.WriteLine($"{string.Join(", ", answers)}; the process grew by {growth / (1 << 20)} MB");
        Assert.True(growth < MostGrowth, $"The process grew by {growth >> 20} MB.");
        Assert.Equal(count, answers.Values.Sum());
        Assert.All(Enum.GetValues<PortraitStatus>(), status => Assert.True(answers.GetValueOrDefault(status) > count / 100, $"{status} is too rare"));
    }

    private void Run(ImageMutator mutator, int count, Dictionary<PortraitStatus, int> answers)
    {
        using PixelThreads.Scope scope = PixelThreads.Limit(1);
        for (int i = 0; i < count; i++)
        {
            using Inspection inspection = room.Studio.Inspect(mutator.Next(), withMask: i % 16 == 0);
            PortraitReport report = inspection.Report;
            answers[report.Status] = answers.GetValueOrDefault(report.Status) + 1;
            Assert.Equal(report.Status == PortraitStatus.Rendered, report.Reasons.Count == 0);
            Assert.Equal(report.Status == PortraitStatus.Unreadable, report.Photo is null);
            Assert.Equal(report.Face is null, inspection.Mesh is null);
            if (inspection.Mesh is { } mesh)
            {
                Assert.All(mesh.Points, p => Assert.True(float.IsFinite(p.X + p.Y + p.Z)));
                Assert.True(double.IsFinite(report.Face!.Yaw + report.Face.Pitch + report.Face.Roll + report.Face.InterEyePixels));
            }

            Assert.NotEmpty(report.ToJson());
        }
    }

    /// <summary>Photos of people small enough to be quick and large enough to be seen, in every format that is written.</summary>
    private IEnumerable<byte[]> Seeds()
    {
        DrawnSitter close = room.Draw(Scenes.Plain);
        using RgbImage face = PhotoEdit.Crop(close.Image, 110, 90, 260, 340);
        using RgbImage passport = PhotoEdit.Resize(face, 144, 188);
        using RgbImage stamp = PhotoEdit.Resize(close.Image, 96, 120);
        using RgbImage asleep = PhotoEdit.Resize(room.Draw(Scenes.Plain with { Expression = new SitterExpression { EyeOpening = 0 } }).Image, 128, 160);
        yield return SitterStudio.Encode(passport);
        yield return SitterStudio.Encode(passport, new JpegSettings { Quality = 60, FullChroma = false, Progressive = true });
        yield return SitterStudio.Encode(passport, new WebpSettings { Quality = 70 });
        yield return SitterStudio.Encode(stamp);
        yield return SitterStudio.Encode(stamp, new PngSettings());
        yield return SitterStudio.Encode(asleep, new JpegSettings { Quality = 50 });
        yield return SitterStudio.Encode(asleep, new WebpSettings { Lossless = true });
        yield return SitterStudio.Encode(stamp, new AvifSettings { Effort = 0 });
    }

    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
