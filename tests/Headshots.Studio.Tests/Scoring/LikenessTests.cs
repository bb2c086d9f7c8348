using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Scoring;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Scoring;

public sealed class LikenessTests(SitterStudio room)
{
    [Fact]
    public void Render_OrdinarySelfie_KeepsFaceAndSkin()
    {
        RenderedPortrait result = room.Studio.Render(
            room.Photo(Scenes.Plain), new PortraitSpec { Output = new OutputSpec { Height = 400 } });

        LikenessReport likeness = Assert.IsType<LikenessReport>(result.Report.Likeness);
        Assert.InRange(Assert.IsType<double>(likeness.LandmarkDrift), 0.01, 2.5);
        Assert.InRange(Assert.IsType<double>(likeness.DeltaIta), -5, 5);
        Assert.InRange(Assert.IsType<double>(likeness.DeltaHue), -4, 4);
        Assert.InRange(likeness.FaceChanged, 0, 0.05);
        Assert.DoesNotContain(result.Report.Warnings, w => w.Code == "likeness_low");
    }

    /// <summary>A reader sees both: how much lighter the skin is, and that the exposure alone made it so.</summary>
    [Fact]
    public void Render_DarkPhoto_StatesTheSkinBothRawAndAtTheCorrectedExposure()
    {
        using RgbImage dark = PhotoEdit.Expose(room.Draw(Scenes.Plain).Image, -1);

        PortraitReport report = room.Studio.Render(
            SitterStudio.Encode(dark), new PortraitSpec { Output = new OutputSpec { Height = 400 } }).Report;

        LikenessReport likeness = Assert.IsType<LikenessReport>(report.Likeness);
        Assert.InRange(report.Light!.ExposureStops, 0.7, 1.1);
        Assert.True(likeness.DeltaIta > 10, $"{likeness.DeltaIta}");
        Assert.InRange(Assert.IsType<double>(likeness.DeltaItaBesidesExposure), -5, 5);
        Assert.DoesNotContain(report.Warnings, w => w.Code == "likeness_low");
        Assert.Contains("stops too dark", Assert.Single(report.Warnings, w => w.Code == "exposure_corrected").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceeded_LighterForTheExposureAlone_IsWithinBounds()
    {
        LikenessReport likeness = new(1, 30, 0, 0, false) { DeltaItaBesidesExposure = 1 };

        Assert.Null(LikenessBounds.Exceeded(likeness));
        Assert.True(LikenessBounds.MovedByExposure(likeness));
        Assert.Equal("lighter skin", LikenessBounds.Exceeded(likeness with { DeltaItaBesidesExposure = 6 }));
        Assert.False(LikenessBounds.MovedByExposure(likeness with { DeltaIta = 2 }));
    }

    [Fact]
    public void Drift_FaceMadeNarrower_IsSeen()
    {
        RgbImage photo = room.Draw(Scenes.Plain).Image;
        FaceMesh mesh = Assert.IsType<FaceMesh>(room.Engine.FitMesh(photo, room.Engine.DetectFaces(photo)[0]));
        using PlanarImage same = PlanarImage.Rent(photo.Width, photo.Height, 3);
        Resampler.Resize(photo, new RectF(0, 0, photo.Width, photo.Height), same);
        using PlanarImage narrow = PlanarImage.Rent((int)(0.8f * photo.Width), photo.Height, 3);
        Resampler.Resize(photo, new RectF(0, 0, photo.Width, photo.Height), narrow);

        Assert.InRange(Assert.IsType<double>(FaceDrift.Measure(room.Engine, same, same, mesh)), 0, 0.001);
        Assert.True(FaceDrift.Measure(room.Engine, same, narrow, mesh) > LikenessBounds.Drift);
    }

    [Theory]
    [InlineData(1.5, 3.0, 3.0, false, null)]
    [InlineData(1.5, -3.0, 9.0, true, null)]
    [InlineData(1.5, 5.5, 0.0, false, "lighter skin")]
    [InlineData(1.5, -5.5, 0.0, false, "darker skin")]
    [InlineData(1.5, 0.0, -4.5, false, "the colour of the skin")]
    [InlineData(6.0, 0.0, 0.0, false, "the face's proportions")]
    [InlineData(null, null, null, false, "the face's proportions")]
    [InlineData(6.0, 7.0, 0.0, false, "the face's proportions and lighter skin")]
    public void Exceeded_Report_NamesWhatIsOutOfBounds(double? drift, double? ita, double? hue, bool cast, string? expected) =>
        Assert.Equal(expected, LikenessBounds.Exceeded(new LikenessReport(drift, ita, hue, 0, cast)));

    [Fact]
    public void Change_ToneCurveAndLamp_AreNone()
    {
        (PlanarImage before, FaceMesh mesh) = Face();
        using (before)
        using (PlanarImage after = Changed(before, (v, x, _) => MathF.Pow(v, 0.85f) * (0.85f + (0.2f * x / before.Width))))
        {
            Assert.InRange(FaceChange.Measure(before, after, mesh), 0, 0.01);
        }
    }

    [Fact]
    public void Change_PatchPaintedOver_IsItsShareOfTheFace()
    {
        (PlanarImage before, FaceMesh mesh) = Face();
        Vector2 cheek = mesh.Flat(50);
        float radius = 0.15f * mesh.InterEye;
        using (before)
        using (PlanarImage after = Changed(
            before, (v, x, y) => Vector2.Distance(new(x, y), cheek) < radius ? 0.6f * v : v))
        {
            float width = Vector2.Distance(mesh.Flat(234), mesh.Flat(454));
            float height = Vector2.Distance(mesh.Flat(10), mesh.Flat(152));
            double share = radius * radius / (width * height / 4);
            Assert.InRange(FaceChange.Measure(before, after, mesh), 0.6 * share, 1.6 * share);
        }
    }

    private (PlanarImage Picture, FaceMesh Mesh) Face()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        PlanarImage picture = PlanarImage.Rent(drawn.Image.Width, drawn.Image.Height, 3);
        Resampler.Resize(drawn.Image, new RectF(0, 0, picture.Width, picture.Height), picture);
        return (picture, drawn.Mesh);
    }

    private static PlanarImage Changed(PlanarImage picture, Func<float, float, float, float> change)
    {
        PlanarImage result = PlanarImage.Rent(picture.Width, picture.Height, 3);
        for (int channel = 0; channel < 3; channel++)
        {
            for (int y = 0; y < picture.Height; y++)
            {
                for (int x = 0; x < picture.Width; x++)
                {
                    result.Row(channel, y)[x] = change(picture.Row(channel, y)[x], x + 0.5f, y + 0.5f);
                }
            }
        }

        return result;
    }
}
