using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class BackdropTests(SitterStudio room)
{
    [Theory]
    [InlineData(0x1D, 0x6F, 0xB8)]
    [InlineData(0xFF, 0xFF, 0xFF)]
    [InlineData(0xD5, 0xDA, 0xDF)]
    public void Render_BrandColour_IsExactlyThatAwayFromTheSitter(byte r, byte g, byte b)
    {
        RgbColour colour = new(r, g, b);
        using DecodedPhoto picture = Render(new SolidBackground { Colour = colour }, Scenes.Plain).Picture;

        // Above and beside the head; the shoulders' shade ends far from there.
        for (int y = 0; y < 100; y++)
        {
            ReadOnlySpan<byte> row = picture.Pixels.Row(y);
            for (int x = 0; x < 24; x++)
            {
                Assert.Equal(colour, new RgbColour(row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]));
                int mirrored = 255 - x;
                Assert.Equal(colour, new RgbColour(row[3 * mirrored], row[(3 * mirrored) + 1], row[(3 * mirrored) + 2]));
            }
        }
    }

    [Theory]
    [InlineData(-45, 0x30, 0x2C, 0x34, true)]
    [InlineData(-45, 0xFF, 0xFF, 0xFF, false)]
    [InlineData(60, 0xC8, 0xB8, 0xB0, true)]
    [InlineData(60, 0x10, 0x20, 0x38, false)]
    public void Render_FaceAndBackgroundAlikeInLuminance_WarnsWhateverTheSkin(float ita, byte r, byte g, byte b, bool warns)
    {
        (DecodedPhoto picture, string[] warnings) = Render(new SolidBackground { Colour = new RgbColour(r, g, b) }, Scenes.Skin(ita));
        picture.Dispose();

        Assert.Equal(warns, warnings.Contains("low_contrast"));
    }

    [Fact]
    public void Render_PictureMissing_SaysSoAndTakesAPlainWall()
    {
        (DecodedPhoto picture, string[] warnings) = Render(new ImageBackground { Image = "lost.jpg" }, Scenes.Plain);
        using DecodedPhoto shown = picture;

        Assert.Contains("background_missing", warnings);
        RgbColour plain = new SolidBackground().Colour;
        Assert.Equal(plain, new RgbColour(shown.Pixels.Row(2)[0], shown.Pixels.Row(2)[1], shown.Pixels.Row(2)[2]));
    }

    [Fact]
    public void Render_BlurredOriginal_KeepsThePlaceWithoutThePerson()
    {
        using DecodedPhoto sharp = Render(new BlurredBackground { Blur = 0.1f }, Scenes.Plain).Picture;
        using DecodedPhoto blurred = Render(new BlurredBackground { Blur = 1 }, Scenes.Plain).Picture;
        float[] place = Mean(sharp.Pixels, 0, 40);
        float[] soft = Mean(blurred.Pixels, 0, 40);

        for (int c = 0; c < 3; c++)
        {
            Assert.Equal(place[c], soft[c], 12f);
        }
    }

    [Theory]
    [InlineData(BackdropKind.Bookshelf, 0, 0.3f, true)]
    [InlineData(BackdropKind.Bookshelf, 0, 1, false)]
    [InlineData(BackdropKind.Wall, 0, 0.1f, false)]
    [InlineData(BackdropKind.Room, 4, 0.1f, false)]
    [InlineData(BackdropKind.Bokeh, 14, 0.3f, false)]
    [InlineData(BackdropKind.Garden, 14, 0.6f, false)]
    public void Render_BlurredOriginal_SaysWhenItIsBusyStill(BackdropKind kind, float outOfFocus, float blur, bool busy)
    {
        SitterScene scene = Scenes.Plain with { Backdrop = new SitterBackdrop { Kind = kind, Blur = outOfFocus } };
        (DecodedPhoto picture, string[] warnings) = Render(new BlurredBackground { Blur = blur }, scene);
        picture.Dispose();

        Assert.Equal(busy, warnings.Contains("busy"));
    }

    [Fact]
    public void Render_BusySurroundingsReplaced_AreNobodysBusiness()
    {
        SitterScene scene = Scenes.Plain with { Backdrop = new SitterBackdrop { Kind = BackdropKind.Bookshelf, Blur = 0 } };
        (DecodedPhoto picture, string[] warnings) = Render(new SceneBackground { Scene = "office" }, scene);
        picture.Dispose();

        Assert.DoesNotContain("busy", warnings);
    }

    private (DecodedPhoto Picture, string[] Warnings) Render(BackgroundSpec background, SitterScene scene)
    {
        PortraitSpec spec = new()
        {
            Background = background,
            Output = new OutputSpec { Height = 256, Renditions = [new RenditionSpec { Name = "exact", Width = 256, Height = 256, Format = "png" }] },
        };
        RenderedPortrait portrait = room.Studio.Render(room.Photo(scene), spec);
        PortraitFile exact = Assert.Single(portrait.Files, f => f.Name == "renditions/exact.png");
        return (PhotoDecoder.Decode(exact.Bytes).Value, [.. portrait.Report.Warnings.Select(w => w.Code)]);
    }

    /// <summary>Of a square at the top left, bytes.</summary>
    private static float[] Mean(RgbImage image, int from, int to)
    {
        float[] mean = new float[3];
        for (int y = from; y < to; y++)
        {
            for (int x = 3 * from; x < 3 * to; x++)
            {
                mean[x % 3] += image.Row(y)[x] / (float)((to - from) * (to - from));
            }
        }

        return mean;
    }
}
