using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Framing;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Framing;

/// <summary>Where the head ends up in the finished file, measured again from its pixels alone.</summary>
public sealed class FramedSitterTests(SitterStudio room)
{
    private static readonly SitterScene _roomy = Scenes.Plain with
    {
        Camera = Scenes.Seen(0.115f, 480, 600),
        Hair = new SitterHair { Style = HairStyle.Cropped, Colour = HairColours.DarkBrown, Flyaway = 0 },
    };

    public static TheoryData<float, string, float> Requests
    {
        get
        {
            TheoryData<float, string, float> requests = new()
            {
                { 0, "1:1", 0.52f }, { 0, "4:5", 0.66f }, { 0, "2:3", 0.56f }, { 8, "3:4", 0.70f }, { -15, "1:1", 0.58f }, { 30, "4:5", 0.68f },
            };
            foreach (float roll in (float[])[0, 8, -15, 30])
            {
                foreach (string aspect in (string[])["1:1", "4:5", "3:4", "2:3"])
                {
                    requests.Add(roll, aspect, 0.62f);
                }
            }

            return requests;
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Render_PhotoWithRoom_PutsTheHeadWhereTheSpecSays(float roll, string aspect, float faceHeight)
    {
        PortraitSpec spec = Green(new FramingSpec { Aspect = aspect, FaceHeight = faceHeight, EyeLine = 0.44f });
        RenderedPortrait result = room.Studio.Render(room.Photo(_roomy with { Camera = _roomy.Camera with { Roll = roll } }), spec);

        Assert.Equal(PortraitStatus.Rendered, result.Report.Status);
        Assert.DoesNotContain(result.Report.Warnings, w => w.Code == "no_room");
        using DecodedPhoto headshot = PhotoDecoder.Decode(result.Files[0].Bytes).Value;
        Assert.Equal(spec.Output.Height, headshot.Pixels.Height);
        Assert.Equal((int)MathF.Round(spec.Output.Height * spec.Framing.AspectRatio), headshot.Pixels.Width);
        Measures seen = Measure(headshot.Pixels, result.Files[0]);

        // The face network places the chin of a face on a slant, and of the same face made level, one in a hundred apart.
        float tolerance = Math.Abs(roll) > 20 ? 0.015f : 0.01f;
        Assert.Equal(faceHeight, seen.FaceHeight, tolerance);
        Assert.Equal(0.44f, seen.EyeLine, 0.01f);
        Assert.InRange(seen.LeanDegrees, -1.5f, 1.5f);

        FramingReport framing = Assert.IsType<FramingReport>(result.Report.Framing);
        Assert.Equal(seen.FaceHeight, framing.FaceHeight, tolerance);
        Assert.Equal(seen.EyeLine, framing.EyeLine, 0.01);
        Assert.Equal(0, framing.CentreOffset, 0.001);
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(-0.1f)]
    public void Render_CentreOffset_MovesTheFaceBesideTheMiddle(float offset)
    {
        PortraitSpec spec = Green(new FramingSpec { FaceHeight = 0.55f, CentreOffset = offset });
        RenderedPortrait result = room.Studio.Render(room.Photo(_roomy), spec);
        using Inspection seen = room.Studio.Inspect(result.Files[0].Bytes);
        FaceMesh mesh = Assert.IsType<FaceMesh>(seen.Mesh);
        float middle = (mesh.LeftSeenIris.X + mesh.RightSeenIris.X) / 2 / spec.Output.Height;

        Assert.Equal(0.5f + offset, middle, 0.015f);
    }

    [Fact]
    public void Render_NotLevelled_KeepsTheLean()
    {
        PortraitSpec spec = Green(new FramingSpec { Level = false, FaceHeight = 0.6f });
        RenderedPortrait result = room.Studio.Render(room.Photo(_roomy with { Pose = new HeadPose(0, 0, 8) }), spec);
        using DecodedPhoto headshot = PhotoDecoder.Decode(result.Files[0].Bytes).Value;

        Assert.Equal(8, Measure(headshot.Pixels, result.Files[0]).LeanDegrees, 1.5f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Render_PhotoOnItsSide_StandsUp(int turns)
    {
        PortraitSpec spec = Green(new FramingSpec());
        using RgbImage turned = QuarterTurn.Rotate(room.Draw(_roomy).Image, turns);
        RenderedPortrait upright = room.Studio.Render(room.Photo(_roomy), spec);

        RenderedPortrait result = room.Studio.Render(SitterStudio.Encode(turned), spec);

        Assert.Equal(PortraitStatus.Rendered, result.Report.Status);
        Assert.Equal((480, 600), (result.Report.Photo!.Width, result.Report.Photo.Height));
        Assert.InRange(result.Report.Face!.Roll, -2, 2);
        Assert.Equal(upright.Report.Face!.Box.X, result.Report.Face.Box.X, 4.0);
        using DecodedPhoto headshot = PhotoDecoder.Decode(result.Files[0].Bytes).Value;
        Measures seen = Measure(headshot.Pixels, result.Files[0]);
        Assert.Equal(spec.Framing.FaceHeight, seen.FaceHeight, 0.01f);
        Assert.InRange(seen.LeanDegrees, -1.5f, 1.5f);
    }

    /// <summary>A green nobody wears stands behind the sitter, so that the headshot itself tells where the crown is.</summary>
    private static PortraitSpec Green(FramingSpec framing) => new()
    {
        Background = new SolidBackground { Colour = new RgbColour(0, 255, 0) },
        Framing = framing,
        Output = new OutputSpec { Height = 480 },
    };

    private Measures Measure(RgbImage headshot, PortraitFile file)
    {
        using Inspection inspection = room.Studio.Inspect(file.Bytes);
        FaceMesh mesh = Assert.IsType<FaceMesh>(inspection.Mesh);
        Vector2 eyes = mesh.RightSeenIris - mesh.LeftSeenIris;
        Vector2 middle = (mesh.RightSeenIris + mesh.LeftSeenIris) / 2;
        float chin = HeadGeometry.Oval.Max(i => mesh.Flat(i).Y);
        return new Measures(
            (chin - Crown(headshot, (int)middle.X, (int)mesh.InterEye)) / headshot.Height,
            middle.Y / headshot.Height,
            MathF.Atan2(eyes.Y, eyes.X) * 180 / MathF.PI);
    }

    /// <summary>The first row where, near the middle, more than half is not green.</summary>
    private static float Crown(RgbImage headshot, int middle, int halfBand)
    {
        for (int y = 0; y < headshot.Height; y++)
        {
            ReadOnlySpan<byte> row = headshot.Row(y);
            for (int x = middle - halfBand + 4; x < middle + halfBand - 4; x++)
            {
                float green = 0;
                for (int i = x - 4; i <= x + 4; i++)
                {
                    green += Math.Max(0, row[(3 * i) + 1] - Math.Max(row[3 * i], row[(3 * i) + 2])) / 255f;
                }

                if (green < 4.5f)
                {
                    return y;
                }
            }
        }

        return headshot.Height;
    }

    private readonly record struct Measures(float FaceHeight, float EyeLine, float LeanDegrees);
}
