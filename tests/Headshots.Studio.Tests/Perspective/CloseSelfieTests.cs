using System.Numerics;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Perspective;

/// <summary>From the file of a selfie to its headshot.</summary>
public sealed class CloseSelfieTests(SitterStudio room)
{
    private const int Width = 450;
    private const int Height = 600;

    [Fact]
    public void Render_SelfieFromThirtyCentimetres_StatesTheDistanceAndUndoesMostOfIt()
    {
        byte[] selfie = Exif.WithFocalLength(room.Photo(Scene(30)), (int)MathF.Round(Focal(30)));

        RenderedPortrait result = room.Studio.Render(selfie, Spec(1));
        RenderedPortrait asShot = room.Studio.Render(selfie, Spec(0));

        PerspectiveReport report = Assert.IsType<PerspectiveReport>(result.Report.Perspective);
        Assert.InRange(Assert.IsType<double>(report.DistanceCm), 27, 33);
        Assert.Equal(0.7, report.Corrected, 0.01);
        Assert.InRange(report.MovedPercent, 5, 20);
        Assert.Equal(0.62, result.Report.Framing!.FaceHeight, 0.01);
        Assert.Equal(0, asShot.Report.Perspective!.Corrected);
        Assert.False(asShot.Files[0].Bytes.Span.SequenceEqual(result.Files[0].Bytes.Span));
    }

    [Fact]
    public void Render_PortraitFromAfar_IsTheSameToTheByteWhateverWasAsked()
    {
        byte[] portrait = Exif.WithFocalLength(room.Photo(Scene(150)), (int)MathF.Round(Focal(150)));

        RenderedPortrait result = room.Studio.Render(portrait, Spec(1));
        RenderedPortrait asShot = room.Studio.Render(portrait, Spec(0));

        Assert.InRange(Assert.IsType<double>(result.Report.Perspective!.DistanceCm), 135, 165);
        Assert.Equal(0, result.Report.Perspective.Corrected);
        Assert.True(asShot.Files[0].Bytes.Span.SequenceEqual(result.Files[0].Bytes.Span));
    }

    private static PortraitSpec Spec(float perspective) => new()
    {
        Framing = new FramingSpec { Perspective = perspective },
        Output = new OutputSpec { Height = 384 },
    };

    private static float Focal(float cm) => SitterCamera.FocalFor(0.12f, cm, Width, Height);

    private static SitterScene Scene(float cm) => Scenes.Plain with
    {
        Width = Width,
        Height = Height,
        Camera = new SitterCamera { DistanceCm = cm, FocalLength35 = Focal(cm), EyesAt = new Vector2(0.5f, 0.45f) },
    };
}
