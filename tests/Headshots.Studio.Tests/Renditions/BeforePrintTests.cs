using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Renditions;

/// <summary>Laid over each other, photo and headshot show the face in one place.</summary>
public sealed class BeforePrintTests(SitterStudio room)
{
    [Theory]
    [InlineData(0, "4:5", 640)]
    [InlineData(12, "1:1", 640)]
    [InlineData(-9, "3:4", 1400)]
    public void Render_WithBefore_CropsAndLevelsThePhotoAsTheHeadshot(float roll, string aspect, int height)
    {
        byte[] photo = room.Photo(Scenes.Plain with { Camera = Scenes.Plain.Camera with { Roll = roll } });
        PortraitSpec spec = new() { Framing = new FramingSpec { Aspect = aspect, Perspective = 0 }, Output = new OutputSpec { Height = height } };
        RenderedPortrait result = room.Studio.Render(photo, spec, withBefore: true);

        PortraitFile before = result.Before!;
        PhotoFacts facts = PhotoDecoder.ReadFacts(before.Bytes).Value;
        Assert.Equal("before.jpg", before.Name);
        Assert.Equal(Math.Min(1000, height), facts.Height);
        Assert.Equal(spec.Framing.AspectRatio, (float)facts.Width / facts.Height, 0.002f);

        using Inspection was = room.Studio.Inspect(before.Bytes);
        using Inspection became = room.Studio.Inspect(result.Files[0].Bytes);
        float scale = (float)became.Report.Photo!.Height / facts.Height;
        float[] apart = [.. was.Mesh!.Points.Zip(became.Mesh!.Points, (a, b) => Vector2.Distance(scale * new Vector2(a.X, a.Y), new Vector2(b.X, b.Y)))];

        // The face network's own wander between two looks at one face is half a percent of the picture's height.
        Assert.InRange(apart.Average() / became.Report.Photo.Height, 0, 0.006f);
        Assert.DoesNotContain(result.Files, file => file.Name == before.Name);
    }

    [Fact]
    public void Render_Unasked_MakesNone() => Assert.Null(room.Studio.Render(room.Photo(Scenes.Plain), new PortraitSpec { Output = new OutputSpec { Height = 320 } }).Before);
}
