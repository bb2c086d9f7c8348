using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Avatars;

public sealed class AvataristTests(SitterStudio room)
{
    private static readonly RgbColour _ground = new(0xCF, 0xE0, 0xEC);

    public static TheoryData<string, float> StylesAndSkins => new()
    {
        { "flat", -45 }, { "flat", 19 }, { "anime", -10 }, { "anime", 48 }, { "anime", -45 },
    };

    [Fact]
    public void Render_NotAsked_DrawsNothing() => Assert.DoesNotContain(Render(Scenes.Plain, new AvatarSpec()).Files, f => f.Name == "avatar.png");

    [Theory]
    [InlineData("flat")]
    [InlineData("ink")]
    [InlineData("anime")]
    public void Render_AnyStyle_DrawsThePersonOnTheBrandsGround(string style)
    {
        using DecodedPhoto drawing = Draw(Scenes.Plain, style, 256);

        Assert.Equal((256, 256), (drawing.Pixels.Width, drawing.Pixels.Height));
        Vector3 corner = At(drawing.Pixels, 3, 3);
        Assert.InRange(Vector3.Distance(corner, _ground.Encoded), 0, 2.5f / 255);
        Assert.True(Vector3.Distance(At(drawing.Pixels, 128, 128), _ground.Encoded) > 0.1f);

        // Areas of colour: far fewer colours than a photo of this size has.
        Assert.InRange(Colours(drawing.Pixels), 20, 9000);
    }

    [Fact]
    public void Render_Twice_DrawsTheSame()
    {
        AvatarSpec avatar = new() { Style = "anime", Size = 128 };

        Assert.Equal(Avatar(Scenes.Plain, avatar).ToArray(), Avatar(Scenes.Plain, avatar).ToArray());
    }

    [Theory]
    [MemberData(nameof(StylesAndSkins))]
    public void Render_AnySkin_StaysTheirs(string style, float ita)
    {
        SitterScene scene = Scenes.Skin(ita);
        using DecodedPhoto drawing = Draw(scene, style, 256);
        using DecodedPhoto headshot = PhotoDecoder.Decode(Render(scene, new AvatarSpec()).Files[0].Bytes).Value;

        Lab drawn = Cheeks(drawing.Pixels);
        Lab seen = Cheeks(headshot.Pixels);
        Assert.InRange(Math.Abs(drawn.L - seen.L), 0, 4);
        Assert.InRange(Math.Abs(drawn.A - seen.A), 0, 3);
        Assert.InRange(Math.Abs(drawn.B - seen.B), 0, 4);
    }

    [Fact]
    public void Render_PaletteOfTwo_DyesClothesAndNothingElse()
    {
        RgbColour green = new(0x1B, 0x7A, 0x3E);
        using DecodedPhoto own = Draw(Scenes.Plain, "flat", 256);
        using DecodedPhoto dyed = PhotoDecoder.Decode(Avatar(
            Scenes.Plain, new AvatarSpec { Style = "flat", Size = 256, Palette = [_ground, green] })).Value;

        Lab chest = Lab.FromSrgb(At(dyed.Pixels, 60, 250));
        Assert.InRange(Math.Abs(chest.Hue - Lab.FromSrgb(green.Encoded).Hue), 0, 8);
        Assert.InRange(Cheeks(own.Pixels).L - Cheeks(dyed.Pixels).L, -0.5, 0.5);
    }

    private static Lab Cheeks(RgbImage image)
    {
        // The sitter's face is framed in the middle: below the eyes, beside the nose.
        Vector3 sum = Vector3.Zero;
        int count = 0;
        for (int y = (int)(0.50f * image.Height); y < (int)(0.57f * image.Height); y++)
        {
            for (int x = 0; x < (int)(0.07f * image.Width); x++)
            {
                sum += SrgbCurve.ToLinear(At(image, (int)(0.36f * image.Width) + x, y));
                sum += SrgbCurve.ToLinear(At(image, (int)(0.57f * image.Width) + x, y));
                count += 2;
            }
        }

        return Lab.FromLinear(sum / count);
    }

    private static int Colours(RgbImage image)
    {
        HashSet<int> colours = [];
        for (int i = 0; i < image.Pixels.Length; i += 3)
        {
            colours.Add((image.Pixels[i] << 16) | (image.Pixels[i + 1] << 8) | image.Pixels[i + 2]);
        }

        return colours.Count;
    }

    private static Vector3 At(RgbImage image, int x, int y)
    {
        Span<byte> row = image.Row(y);
        return new Vector3(row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) / 255;
    }

    private DecodedPhoto Draw(SitterScene scene, string style, int size) =>
        PhotoDecoder.Decode(Avatar(scene, new AvatarSpec { Style = style, Size = size })).Value;

    private ReadOnlyMemory<byte> Avatar(SitterScene scene, AvatarSpec avatar) =>
        Assert.Single(Render(scene, avatar).Files, f => f.Name == "avatar.png").Bytes;

    private RenderedPortrait Render(SitterScene scene, AvatarSpec avatar) => room.Studio.Render(room.Photo(scene), new PortraitSpec
    {
        Background = new SolidBackground { Colour = _ground },
        Avatar = avatar,
        Output = new OutputSpec { Height = 256 },
    });
}
