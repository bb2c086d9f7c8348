using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Scoring;

/// <summary>Several selfies of one person: whichever is worse in one respect must come out worse.</summary>
public sealed class HeadshotScoresTests(SitterStudio room)
{
    [Fact]
    public void Render_GoodSelfie_ScoresWellInEveryRespect()
    {
        ScoresReport scores = Score(room.Photo(Scenes.Plain));

        Assert.All(
            (double[])[scores.Framing, scores.Light, scores.BackgroundContrast, scores.Sharpness, scores.Pose, scores.Expression, scores.Edge],
            score => Assert.InRange(score, 60, 100));
        Assert.InRange(scores.Overall, 75, 100);
    }

    [Fact]
    public void Render_Blurred_IsLessSharp()
    {
        using RgbImage blurred = PhotoEdit.Blur(room.Draw(Scenes.Plain).Image, 1.6f);

        Worse(SitterStudio.Encode(blurred), s => s.Sharpness, by: 15);
    }

    [Fact]
    public void Render_TakenInTheDark_HasLessLight()
    {
        using RgbImage dark = PhotoEdit.Expose(room.Draw(Scenes.Plain).Image, -2.4f);

        Worse(SitterStudio.Encode(dark), s => s.Light, by: 15);
    }

    [Fact]
    public void Render_LitFromOneSide_HasWorseLight() => Worse(
        room.Photo(Scenes.Plain with { Light = new SitterLight { Azimuth = -80, KeyFillRatio = 10 } }), s => s.Light, by: 15);

    [Fact]
    public void Render_CutAtTheSide_IsFramedWorse()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using RgbImage cut = PhotoEdit.Crop(drawn.Image, 150, 0, drawn.Image.Width - 150, drawn.Image.Height);

        Worse(SitterStudio.Encode(cut), s => s.Framing, by: 10);
    }

    /// <summary>Grey hair before a bookcase: scraps of it stay beside the hair.</summary>
    [Fact]
    public void Render_HairBeforeABusyWall_HasADoubtfulEdge()
    {
        ScoresReport busy = Score(room.Photo(SitterGallery.All.Single(s => s.Name == "dara").Scene));

        Assert.InRange(busy.Edge, 20, Score(room.Photo(Scenes.Plain)).Edge - 15);
        Assert.InRange(busy.Overall, 0, 94);
    }

    [Fact]
    public void Render_HeadTurned_PosesWorse() =>
        Worse(room.Photo(Scenes.Plain with { Pose = new HeadPose(28, 0, 0) }), s => s.Pose, by: 10);

    /// <summary>Lids over the pupils: too little is open to see with, whatever the shape of the eyes.</summary>
    [Fact]
    public void Render_PupilsBehindLids_LooksWorse() =>
        Worse(room.Photo(Scenes.Plain with { Expression = new SitterExpression { EyeOpening = 0.3f } }), s => s.Expression, by: 20);

    /// <summary>
    /// One photo cannot tell narrow eyes from half-closed ones, so neither may cost anything; half-closed ones are found
    /// among several photos of one person, by <see cref="SelfieRankingTests"/>.
    /// </summary>
    [Theory]
    [InlineData(-1, -1)]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 1)]
    public void Render_NarrowEyesOfAnyShape_LoseNothing(float size, float tilt)
    {
        SitterIdentity shape = new() { EyeSize = size, EyeTilt = tilt };
        double[] scores = [.. ((float[])[1, 0.7f, 0.5f]).Select(opening => Score(room.Photo(
            Scenes.Plain with { Identity = shape, Expression = new SitterExpression { EyeOpening = opening } })).Expression)];

        Assert.All(scores, s => Assert.InRange(s, 95, 100));
    }

    [Fact]
    public void Render_MouthWideOpen_LooksWorse() => Worse(
        room.Photo(Scenes.Plain with { Expression = new SitterExpression { Smile = 0, MouthOpening = 1 } }), s => s.Expression, by: 20);

    [Fact]
    public void Render_BroadSmile_LosesNothing()
    {
        ScoresReport smiling = Score(room.Photo(
            Scenes.Plain with { Expression = new SitterExpression { Smile = 1, MouthOpening = 0.25f } }));

        Assert.True(smiling.Expression > Score(room.Photo(Scenes.Plain)).Expression - 5, $"{smiling.Expression}");
    }

    [Fact]
    public void Render_AnySkin_ScoresTheSame()
    {
        ScoresReport[] scores = [.. Scenes.SixSkins.Select(s => Score(room.Photo(Scenes.Skin(s.Data))))];

        Assert.InRange(scores.Max(s => s.Light) - scores.Min(s => s.Light), 0, 6);
        Assert.InRange(scores.Max(s => s.Sharpness) - scores.Min(s => s.Sharpness), 0, 12);
        Assert.InRange(scores.Max(s => s.Expression) - scores.Min(s => s.Expression), 0, 6);
        Assert.InRange(scores.Max(s => s.Pose) - scores.Min(s => s.Pose), 0, 6);
    }

    /// <summary>A window to one side lights every skin alike, and shines on dark skin more than it lights it.</summary>
    [Fact]
    public void Render_AnySkinBesideAWindow_HasTheSameLight()
    {
        double[] light = [.. Scenes.SixSkins.Select(s => Score(room.Photo(
            Scenes.Skin(s.Data) with { Light = new SitterLight { Azimuth = -55, KeyFillRatio = 3 } })).Light)];

        Assert.InRange(light.Max() - light.Min(), 0, 10);
    }

    private void Worse(byte[] photo, Func<ScoresReport, double> respect, double by)
    {
        ScoresReport good = Score(room.Photo(Scenes.Plain));
        ScoresReport bad = Score(photo);

        Assert.True(respect(bad) <= respect(good) - by, $"{respect(bad)} against {respect(good)}");
        Assert.True(bad.Overall < good.Overall, $"overall {bad.Overall} against {good.Overall}");
    }

    private ScoresReport Score(byte[] photo)
    {
        RenderedPortrait result = room.Studio.Render(photo, new PortraitSpec { Output = new OutputSpec { Height = 320 } });
        Assert.Equal(PortraitStatus.Rendered, result.Report.Status);
        return Assert.IsType<ScoresReport>(result.Report.Scores);
    }
}
