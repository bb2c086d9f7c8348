using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Inspecting;

/// <summary>Every gate that looks at geometry: seen to trigger, and not to.</summary>
public sealed class QualityGatesTests(SitterStudio room)
{
    [Fact]
    public void Inspect_GoodPhoto_HasNothingToComplainAbout()
    {
        PortraitReport report = Inspect(room.Draw(Scenes.Plain).Image);

        Assert.Equal(PortraitStatus.Rendered, report.Status);
        Assert.Empty(report.Reasons);
        Assert.Empty(report.Warnings);
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_LidsClosed_SaysSoAndNothingElse(float ita)
    {
        SitterScene asleep = Scenes.Skin(ita) with { Expression = new SitterExpression { EyeOpening = 0 } };

        Assert.Equal(["eyes_closed"], Codes(room.Draw(asleep).Image));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-45)]
    public void Inspect_NarrowEyes_AreOpen(float ita)
    {
        SitterScene smiling = Scenes.Skin(ita) with { Expression = new SitterExpression { EyeOpening = 0.5f, Smile = 1 } };

        Assert.Empty(Codes(room.Draw(smiling).Image));
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(-60, 0)]
    [InlineData(0, 45)]
    [InlineData(0, -45)]
    public void Inspect_HeadTurnedFarAway_SaysSo(float yaw, float pitch) =>
        Assert.Contains("looking_away", Codes(room.Draw(Scenes.Plain with { Pose = new HeadPose(yaw, pitch, 0) }).Image));

    [Theory]
    [InlineData(30, 0)]
    [InlineData(-30, 0)]
    [InlineData(0, 20)]
    [InlineData(0, -20)]
    public void Inspect_HeadTurnedALittle_IsFine(float yaw, float pitch) =>
        Assert.Empty(Codes(room.Draw(Scenes.Plain with { Pose = new HeadPose(yaw, pitch, 0) }).Image));

    [Fact]
    public void Inspect_PhotoEndsAboveTheChin_SaysSo()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using RgbImage cut = PhotoEdit.Crop(drawn.Image, 0, 0, 480, (int)(drawn.Chin.Y - (0.3f * drawn.InterEyePixels)));

        Assert.Contains("face_cut_off", Codes(cut));
        Assert.DoesNotContain("face_covered", Codes(cut));
    }

    [Fact]
    public void Inspect_PhotoEndsAtTheCheek_SaysSo()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        int eye = (int)drawn.Mesh.RightSeenIris.X;
        using RgbImage cut = PhotoEdit.Crop(drawn.Image, 0, 0, eye + (int)(0.2f * drawn.InterEyePixels), 600);

        Assert.Contains("face_cut_off", Codes(cut));
    }

    [Fact]
    public void Inspect_PhotoEndsInTheHair_OnlyWarns()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        int top = (int)drawn.HairTop + 20;
        using RgbImage cut = PhotoEdit.Crop(drawn.Image, 0, top, 480, 600 - top);
        PortraitReport report = Inspect(cut);

        Assert.Empty(report.Reasons);
        Assert.Contains("hair_cut_off", report.Warnings.Select(w => w.Code));
    }

    [Theory]
    [InlineData(34, true)]
    [InlineData(48, false)]
    public void Inspect_FewPixelsBetweenTheEyes_AreTooSmallBelowForty(int pixels, bool refused)
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        float scale = pixels / drawn.InterEyePixels;
        using RgbImage small = PhotoEdit.Resize(drawn.Image, (int)(480 * scale), (int)(600 * scale));

        Assert.Equal(refused ? ["face_too_small"] : Array.Empty<string>(), Codes(small));
    }

    [Fact]
    public void Inspect_TwoPeopleSideBySide_CountsThem()
    {
        using RgbImage pair = PhotoEdit.Beside(room.Draw(Scenes.Plain).Image, room.Draw(Scenes.Skin(-10)).Image);
        Reason reason = Assert.Single(Inspect(pair).Reasons);

        Assert.Equal("multiple_faces", reason.Code);
        Assert.Contains("2 faces", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_SmallFaceBehind_OnlyWarns()
    {
        using RgbImage far = PhotoEdit.Resize(room.Draw(Scenes.Skin(-10)).Image, 180, 225);
        using RgbImage place = RgbImage.Rent(200, 600);
        place.Pixels.Fill(120);
        using RgbImage other = PhotoEdit.Paste(place, far, 10, 150);
        using RgbImage photo = PhotoEdit.Beside(room.Draw(Scenes.Plain).Image, other);
        PortraitReport report = Inspect(photo);

        Assert.Empty(report.Reasons);
        Assert.Contains("passer_by", report.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Inspect_NobodyThere_SaysSo()
    {
        using PlanarImage place = PlanarImage.Rent(480, 600, 3);
        PlanarColour.Encode(room.Draw(Scenes.Plain).Background, place);
        using RgbImage photo = PhotoEdit.Quantise(place);
        using Inspection inspection = room.Studio.Inspect(SitterStudio.Encode(photo), withMask: true);

        Assert.Equal(["no_face"], inspection.Report.Reasons.Select(r => r.Code));
        Assert.Null(inspection.Report.Face);
        Assert.Null(inspection.Mesh);
        Assert.Null(inspection.Mask);
    }

    [Fact]
    public void Inspect_SeveralThingsWrong_NamesThemAll()
    {
        SitterScene turned = Scenes.Plain with { Pose = new HeadPose(60, 0, 0) };
        using RgbImage pair = PhotoEdit.Beside(room.Draw(turned).Image, room.Draw(turned).Image);
        using RgbImage dark = PhotoEdit.Expose(pair, -5);
        using RgbImage small = PhotoEdit.Resize(dark, 600, 375);

        Assert.Equal(["multiple_faces", "face_too_small", "too_dark", "looking_away"], Codes(small));
    }

    private string[] Codes(RgbImage photo) => [.. Inspect(photo).Reasons.Select(r => r.Code)];

    private PortraitReport Inspect(RgbImage photo)
    {
        using Inspection inspection = room.Studio.Inspect(SitterStudio.Encode(photo));
        return inspection.Report;
    }
}
