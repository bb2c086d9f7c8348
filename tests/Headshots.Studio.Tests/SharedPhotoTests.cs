using Headshots.Imaging;
using Headshots.Studio.Kits;
using Headshots.Studio.Reports;
using Headshots.TestKit;

namespace Headshots.Studio.Tests;

/// <summary>Real photos: <c>people/</c> must render, <c>reject/</c> must be refused for a reason listed in expect.tsv.</summary>
public sealed class SharedPhotoTests(StudioFixture fixture) : IClassFixture<StudioFixture>
{
    public static TheoryData<string> People => [.. SharedFiles.Names("photos/people")];

    public static TheoryData<string, int> TurnedPeople
    {
        get
        {
            TheoryData<string, int> data = [];
            // A head leaning by 41 degrees is as near to lying as to standing.
            foreach (string name in SharedFiles.Names("photos/people").Where(n => !n.Contains("tilt", StringComparison.Ordinal)))
            {
                data.Add(name, 1);
                data.Add(name, 2);
                data.Add(name, 3);
            }

            return data;
        }
    }

    public static TheoryData<string> Rejects => [.. SharedFiles.Names("photos/reject")];

    [Theory]
    [MemberData(nameof(People))]
    public void Render_PhotoOfAPerson_GivesAHeadshotOrAnExpectedReason(string name)
    {
        RenderedPortrait result = Render("people", name);

        if (result.Report.Status == PortraitStatus.Rendered)
        {
            Assert.Contains("rendered", Expected("people", name));
            using DecodedPhoto headshot = PhotoDecoder.Decode(result.Files[0].Bytes).Value;
            Assert.Equal((1024, 1024), (headshot.Pixels.Width, headshot.Pixels.Height));
            Assert.Equal(["headshot.jpg", "renditions/microsoft365.jpg", "renditions/activeDirectory.jpg"], result.Files.Select(f => f.Name));
            Assert.True(result.Files[1].Bytes.Length <= 102400);
            Assert.True(result.Files[2].Bytes.Length <= 10240);
        }
        else
        {
            Assert.Contains(result.Report.Reasons.Select(r => r.Code), c => Expected("people", name).Contains(c));
        }
    }

    [Theory]
    [MemberData(nameof(Rejects))]
    public void Render_UnusablePhoto_IsRefusedForAnExpectedReason(string name)
    {
        RenderedPortrait result = Render("reject", name);
        string[] expected = Expected("reject", name);

        if (expected.Contains("any"))
        {
            Assert.NotEqual(PortraitStatus.Unreadable, result.Report.Status);
            return;
        }

        Assert.Equal(PortraitStatus.Refused, result.Report.Status);
        Assert.Empty(result.Files);
        Assert.Contains(result.Report.Reasons.Select(r => r.Code), c => expected.Contains(c));
        Assert.All(result.Report.Reasons, r => Assert.True(r.Message.Length > 10 && r.Advice.Length > 10));
    }

    [Theory]
    [MemberData(nameof(TurnedPeople))]
    public void Inspect_PhotoThatLies_IsTurnedToStand(string name, int turns)
    {
        using RgbImage photo = SharedPhotos.Load(Path.GetFileNameWithoutExtension(name));
        using RgbImage turned = QuarterTurn.Rotate(photo, turns);
        byte[] file = PhotoEncoder.Encode(turned, new JpegSettings(), new OutputMetadata(DigitalSourceTypes.DigitalCapture, "test"));

        using Inspection inspection = fixture.Studio.Inspect(file);

        Assert.Equal(360 - (90 * turns), inspection.Report.Photo!.Turned);
        Assert.Equal((photo.Width, photo.Height), (inspection.Report.Photo.Width, inspection.Report.Photo.Height));
    }

    [Theory]
    [MemberData(nameof(People))]
    public void Inspect_PhotoOfAPerson_ReportsTheLandmarksMediaPipeFinds(string name)
    {
        MediaPipeGolden golden = MediaPipeGolden.Require(Path.GetFileNameWithoutExtension(name));
        byte[] photo = File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}"));

        using Inspection inspection = fixture.Studio.Inspect(photo);

        Assert.InRange(MediaPipeGolden.LandmarkError(inspection.Mesh!.Points, Assert.Single(golden.Faces)), 0, 1.5f);
    }

    private RenderedPortrait Render(string folder, string name) =>
        fixture.Studio.Render(File.ReadAllBytes(SharedFiles.Require($"photos/{folder}/{name}")), ReadyKits.Get("studio-grey"));

    /// <summary>Codes separated by bars; a photo that is not listed must render.</summary>
    private static string[] Expected(string folder, string name) =>
        File.ReadLines(SharedFiles.Require("photos/expect.tsv"))
            .Select(line => line.Split('\t'))
            .FirstOrDefault(fields => fields[0] == $"{folder}/{name}")?[1].Split('|') ?? ["rendered"];
}
