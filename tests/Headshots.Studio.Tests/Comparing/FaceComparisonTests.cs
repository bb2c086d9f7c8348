using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Comparing;

/// <summary>
/// A photo compared with its headshot says what the headshot's report says. Not to the last digit: compare reads the
/// encoded file with its coarser chroma, finds the face in it anew, lays it back by a similarity and samples it once more
/// at another scale; where the edge of the skin is drawn moves its mean tone a little.
/// </summary>
public sealed class FaceComparisonTests(SitterStudio room, ITestOutputHelper output)
{
    /// <summary>Percent of the eye distance; a headshot a tenth narrower drifts by more than two.</summary>
    private const double Drift = 0.3;

    /// <summary>Degrees of ITA and of hue, less than a tenth of what the guard allows.</summary>
    private const double Tone = 0.3;

    /// <summary>Share of the face: what is left at the edges of glasses.</summary>
    private const double Changed = 0.012;

    public static TheoryData<string> Sitters => [.. SitterGallery.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Sitters))]
    public void Compare_PhotoAndItsHeadshot_AgreesWithTheReport(string name)
    {
        SitterScene scene = SitterGallery.All.Single(s => s.Name == name).Scene with { Width = 640, Height = 800 };
        byte[] photo = room.Photo(scene);
        RenderedPortrait made = room.Studio.Render(photo, new PortraitSpec
        {
            Framing = new FramingSpec { Perspective = 0 },
            Output = new OutputSpec { Height = 640, Quality = 95 },
        });
        LikenessReport reported = Assert.IsType<LikenessReport>(made.Report.Likeness);

        LikenessReport compared = Assert.IsType<LikenessReport>(room.Studio.Compare(photo, made.Files[0].Bytes).Likeness);

        output.WriteLine($"{name}: {reported} {compared}");
        Assert.InRange(compared.LandmarkDrift!.Value - reported.LandmarkDrift!.Value, -Drift, Drift);
        Assert.InRange(compared.DeltaIta!.Value - reported.DeltaIta!.Value, -Tone, Tone);
        Assert.InRange(compared.DeltaHue!.Value - reported.DeltaHue!.Value, -Tone, Tone);
        Assert.InRange(compared.FaceChanged - reported.FaceChanged, -Changed, Changed);
    }
}
