using System.Numerics;
using System.Text.Json;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Reports;

public sealed class PortraitReportTests(SitterStudio room)
{
    [Fact]
    public void ToJson_Rendered_HasTheAgreedShape()
    {
        PortraitSpec spec = new() { Framing = new FramingSpec { Aspect = "4:5" }, Output = new OutputSpec { Height = 250 } };
        JsonElement report = Parse(room.Studio.Render(room.Photo(Scenes.Plain), spec).Report);

        Assert.Equal(
            [
                "status", "reasons", "warnings", "photo", "face", "framing", "perspective", "light", "attire", "scores", "likeness",
                "renditions", "image", "timings",
            ],
            Names(report));
        Assert.Equal("rendered", report.GetProperty("status").GetString());
        Assert.Equal(0, report.GetProperty("reasons").GetArrayLength());
        Assert.Equal("jpeg", report.GetProperty("photo").GetProperty("format").GetString());
        JsonElement face = report.GetProperty("face");
        Assert.Equal(["box", "interEyePixels", "yaw", "pitch", "roll", "eyeOpening"], Names(face));
        Assert.Equal(["x", "y", "width", "height"], Names(face.GetProperty("box")));
        Assert.All(face.EnumerateObject().Skip(1), p => Assert.Equal(JsonValueKind.Number, p.Value.ValueKind));
        JsonElement framing = report.GetProperty("framing");
        Assert.Equal(["faceHeight", "eyeLine", "centreOffset", "requested"], Names(framing).Take(4));
        Assert.Equal(["faceHeight", "eyeLine", "centreOffset", "aspect"], Names(framing.GetProperty("requested")));
        Assert.Equal("4:5", framing.GetProperty("requested").GetProperty("aspect").GetString());
        JsonElement image = report.GetProperty("image");
        Assert.Equal(["width", "height", "effectiveWidth"], Names(image));
        Assert.Equal((200, 250), (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()));
        Assert.Equal(200, image.GetProperty("effectiveWidth").GetInt32());
        JsonElement timings = report.GetProperty("timings");
        Assert.Equal(
            [
                "decode", "detect", "mesh", "perspective", "mask", "gates", "crop", "matte", "foreground", "light", "retouch", "attire",
                "background", "finish", "encode", "avatar", "likeness", "scores", "total",
            ],
            Names(timings));
        Assert.All(timings.EnumerateObject(), p => Assert.True(p.Value.GetDouble() >= 0));
    }

    [Fact]
    public void Render_FewerPixelsThanAskedFor_SaysHowMany()
    {
        RenderedPortrait result = room.Studio.Render(room.Photo(Scenes.Plain), new PortraitSpec());

        Assert.Equal(1024, result.Report.Image!.Width);
        Assert.InRange(result.Report.Image.EffectiveWidth, 350, 600);
        Assert.Contains("enlarged", result.Report.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void ToJson_Refused_TellsWhyAndWhatToDo()
    {
        using RgbImage dark = PhotoEdit.Expose(room.Draw(Scenes.Plain).Image, -5);
        RenderedPortrait result = room.Studio.Render(SitterStudio.Encode(dark), new PortraitSpec());
        JsonElement report = Parse(result.Report);

        Assert.Empty(result.Files);
        Assert.Equal("refused", report.GetProperty("status").GetString());
        JsonElement reason = Assert.Single(report.GetProperty("reasons").EnumerateArray());
        Assert.Equal(["code", "message", "advice"], Names(reason));
        Assert.Equal("too_dark", reason.GetProperty("code").GetString());
        Assert.False(report.TryGetProperty("framing", out _));
        Assert.True(report.TryGetProperty("face", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is not a photo, whatever its name says.")]
    [InlineData("%PDF-1.7\n")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void ToJson_Unreadable_TellsWhyAndWhatToDo(string content)
    {
        byte[] file = System.Text.Encoding.UTF8.GetBytes(content);
        using Inspection inspection = room.Studio.Inspect(file, withMask: true);
        RenderedPortrait rendered = room.Studio.Render(file, new PortraitSpec());
        JsonElement report = Parse(inspection.Report);

        Assert.Equal(["status", "reasons", "warnings", "renditions", "timings"], Names(report));
        Assert.Equal("unreadable", report.GetProperty("status").GetString());
        Assert.All(Assert.Single(report.GetProperty("reasons").EnumerateArray()).EnumerateObject(), p => Assert.NotEmpty(p.Value.GetString()!));
        Assert.Null(inspection.Mesh);
        Assert.Null(inspection.Mask);
        Assert.Equal(PortraitStatus.Unreadable, rendered.Report.Status);
        Assert.Empty(rendered.Files);
    }

    [Fact]
    public void Inspect_CutOffFile_IsUnreadable()
    {
        byte[] file = room.Photo(Scenes.Plain);
        using Inspection inspection = room.Studio.Inspect(file.AsMemory(0, file.Length / 3));

        Assert.Equal(PortraitStatus.Unreadable, inspection.Report.Status);
        Assert.Equal(PhotoErrorCodes.Truncated, Assert.Single(inspection.Report.Reasons).Code);
    }

    [Fact]
    public void Inspect_PhotoReadAtReducedSize_SpeaksOfTheWholePhoto()
    {
        // Every pixel eleven times over: the shorter side is then more than twice what an inspection needs.
        const int Times = 11;
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        byte[] small = SitterStudio.Encode(drawn.Image);
        using RgbImage large = Repeat(drawn.Image, Times);
        byte[] file = SitterStudio.Encode(large, new JpegSettings { Quality = 80, FullChroma = false });
        using (DecodedPhoto decoded = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 2458 }).Value)
        {
            Assert.Equal(2, decoded.ShrunkBy);
        }

        using Inspection whole = room.Studio.Inspect(file);
        using Inspection expected = room.Studio.Inspect(small);

        Assert.Equal((480 * Times, 600 * Times), (whole.Report.Photo!.Width, whole.Report.Photo.Height));
        float tolerance = 0.03f * Times * drawn.InterEyePixels;
        FaceReport face = whole.Report.Face!;
        FaceReport same = expected.Report.Face!;
        Assert.Equal(Times * same.InterEyePixels, face.InterEyePixels, tolerance);
        Assert.Equal(Times * same.Box.X, face.Box.X, tolerance);
        Assert.Equal(Times * same.Box.Y, face.Box.Y, tolerance);
        Assert.Equal(Times * same.Box.Width, face.Box.Width, tolerance);
        float distance = Enumerable.Range(0, FaceMesh.PointCount)
            .Average(i => Vector2.Distance(Times * expected.Mesh!.Flat(i), whole.Mesh!.Flat(i)));
        Assert.InRange(distance, 0, tolerance);
    }

    [Fact]
    public void Inspect_WithMask_FindsTheSitterInTheWholePhoto()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using Inspection inspection = room.Studio.Inspect(room.Photo(Scenes.Plain), withMask: true);
        PlanarImage mask = Assert.IsType<PlanarImage>(inspection.Mask);

        Assert.Equal((480, 600, 1), (mask.Width, mask.Height, mask.Channels));
        double difference = 0;
        for (int y = 0; y < 600; y++)
        {
            for (int x = 0; x < 480; x++)
            {
                difference += Math.Abs(mask.Row(0, y)[x] - drawn.Alpha.Row(0, y)[x]) / (480 * 600);
            }
        }

        Assert.InRange(difference, 0, 0.03);
    }

    private static RgbImage Repeat(RgbImage photo, int times)
    {
        RgbImage result = RgbImage.Rent(photo.Width * times, photo.Height * times);
        for (int y = 0; y < result.Height; y++)
        {
            Span<byte> row = result.Row(y);
            if (y % times > 0)
            {
                result.Row(y - 1).CopyTo(row);
                continue;
            }

            ReadOnlySpan<byte> from = photo.Row(y / times);
            for (int x = 0; x < result.Width; x++)
            {
                from.Slice(x / times * 3, 3).CopyTo(row[(3 * x)..]);
            }
        }

        return result;
    }

    private static JsonElement Parse(PortraitReport report)
    {
        using JsonDocument document = JsonDocument.Parse(report.ToJson());
        return document.RootElement.Clone();
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
