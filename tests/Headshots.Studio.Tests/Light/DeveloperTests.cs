using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Light;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Light;

/// <summary>The same person in good and in bad light, in all six classes of skin.</summary>
public sealed class DeveloperTests(SitterStudio room)
{
    private static readonly LightSpec _correctionOnly = new() { Shadows = 0 };

    public static TheoryData<float> Skins => Scenes.SixSkins;

    [Theory]
    [MemberData(nameof(Skins))]
    public void Develop_GoodLight_LeavesTheToneAlone(float ita)
    {
        using LitSitter sitter = new(room.Draw(Scenes.Skin(ita)));
        Developer.Develop(sitter.Composition, new LightSpec());

        Assert.Equal(0, sitter.Composition.Light!.ExposureStops);
        Assert.Equal(0, sitter.Composition.Light.CastCorrected);
        Assert.InRange(sitter.DeltaIta, -0.7, 0.7);
        Assert.InRange(sitter.DeltaHue, -0.5, 0.5);
    }

    /// <summary>
    /// The sensor lost as much in every skin, and as much is given back: what is left is as little in all classes, and
    /// nothing was done to the tone besides.
    /// </summary>
    [Theory]
    [MemberData(nameof(Skins))]
    public void Develop_TooDark_GivesBackTheLightWhateverTheSkin(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        using LitSitter good = new(drawn);
        foreach (float stops in (float[])[-1, -2])
        {
            using RgbImage dark = PhotoEdit.Expose(drawn.Image, stops);
            using LitSitter sitter = new(drawn, dark);
            Developer.Develop(sitter.Composition, _correctionOnly);

            Assert.InRange(sitter.Composition.Light!.ExposureStops, 0.75 * -stops, 1.1 * -stops);
            Assert.InRange(StopsOff(sitter.After, good.Before), -0.35, 0.15);
            Assert.True(Error(sitter.After, good) < 0.35 * Error(sitter.Before, good));
            Assert.InRange(sitter.After.Ita - Lab.FromLinear(sitter.Composition.SkinAtExposure).Ita, -0.7, 0.7);
            Assert.InRange(sitter.DeltaHue, -ToneGuard.Hue, ToneGuard.Hue);
        }
    }

    /// <summary>Dark skin in good light is not a dark photo.</summary>
    [Theory]
    [InlineData(-45)]
    [InlineData(-65)]
    public void Develop_DarkSkinBeforeADarkWall_IsNotMadeBrighter(float ita)
    {
        SitterScene scene = Scenes.Skin(ita) with
        {
            Backdrop = new SitterBackdrop { Kind = BackdropKind.Wall, Wall = new(0.12f, 0.12f, 0.13f) },
            Outfit = new SitterOutfit { Colour = new(0.05f, 0.05f, 0.06f) },
        };
        using LitSitter sitter = new(room.Draw(scene));
        Developer.Develop(sitter.Composition, new LightSpec());

        Assert.InRange(sitter.Composition.Light!.ExposureStops, -0.05, 0.05);
        Assert.InRange(sitter.DeltaIta, -1, 1);
    }

    /// <summary>What is lost to white would turn grey.</summary>
    [Fact]
    public void Develop_TooBright_IsDarkenedByHalfAStopAtMost()
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(19) with { Light = new SitterLight { Exposure = 1.2f } });
        using LitSitter sitter = new(drawn);
        Developer.Develop(sitter.Composition, _correctionOnly);

        Assert.InRange(sitter.Composition.Light!.ExposureStops, -0.5, -0.1);
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Develop_LampLight_LosesSomeOfItsCast(float ita)
    {
        SitterScene scene = Scenes.Skin(ita);
        DrawnSitter warm = room.Draw(scene with { Light = scene.Light with { ColourTemperature = 4300 } });
        using LitSitter sitter = new(warm);
        using LitSitter good = new(room.Draw(scene));
        Developer.Develop(sitter.Composition, _correctionOnly);

        Assert.InRange(sitter.Composition.Light!.CastCorrected, 1, 30);
        Assert.InRange(sitter.DeltaIta, -ToneGuard.Ita, ToneGuard.Ita);
        Assert.True(Error(sitter.After, good) < Error(sitter.Before, good));
    }

    [Theory]
    [InlineData("soft-left", -1)]
    [InlineData("soft-right", 1)]
    [InlineData("rembrandt", -1)]
    public void Develop_Lamp_BrightensItsSideAndKeepsTheMean(string key, int side)
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain with { Light = SitterLight.Neutral });
        using LitSitter sitter = new(drawn);
        Developer.Develop(sitter.Composition, new LightSpec { Key = key, Strength = 1 });

        float left = Gain(sitter.Composition, drawn.Mesh.Flat(205));
        float right = Gain(sitter.Composition, drawn.Mesh.Flat(425));
        float ratio = side < 0 ? left / right : right / left;
        Assert.InRange(ratio, 1.12f, 2.5f);
        Assert.InRange(sitter.After.L - sitter.Before.L, -0.5, 0.5);
        Assert.Equal(key, sitter.Composition.Light!.Key);
    }

    [Fact]
    public void Develop_Lamp_LeavesNoSeamAtTheJaw()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain with { Light = SitterLight.Neutral });
        using LitSitter sitter = new(drawn);
        Developer.Develop(sitter.Composition, new LightSpec { Key = "rembrandt", Strength = 1 });

        // Down over cheek, jaw and neck: the gain of two places a pixel apart differs by a hair.
        for (int x = (int)drawn.Mesh.Flat(149).X; x < drawn.Mesh.Flat(378).X; x += 7)
        {
            float before = Gain(sitter.Composition, new Vector2(x, drawn.Mesh.Flat(17).Y));
            for (float y = drawn.Mesh.Flat(17).Y + 3; y < drawn.Chin.Y + (0.5f * drawn.InterEyePixels); y += 3)
            {
                float gain = Gain(sitter.Composition, new Vector2(x, y));
                Assert.InRange(gain / before, 0.9f, 1.1f);
                before = gain;
            }
        }
    }

    [Fact]
    public void Develop_HardSideLight_LiftsTheDarkCheekWithoutFlattening()
    {
        SitterScene hard = Scenes.Plain with { Light = new SitterLight { Azimuth = -55, KeyFillRatio = 6, KeySoftness = 6 } };
        DrawnSitter drawn = room.Draw(hard);
        using LitSitter sitter = new(drawn);
        float before = Contrast(sitter.Composition.AsShot, drawn);
        Developer.Develop(sitter.Composition, new LightSpec { Shadows = 1 });
        float after = Contrast(sitter.Composition.Picture, drawn);

        Assert.InRange(sitter.Composition.Light!.ShadowsLifted, 0.1, 0.8);
        Assert.InRange(after / before, 0.45f, 0.93f);
        Assert.InRange(sitter.DeltaIta, -ToneGuard.Ita, ToneGuard.Ita);
    }

    [Fact]
    public void Develop_NothingAsked_ChangesNoPixel()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using RgbImage dark = PhotoEdit.Expose(drawn.Image, -2);
        using LitSitter sitter = new(drawn, dark);
        Developer.Develop(sitter.Composition, new LightSpec { Balance = 0, Shadows = 0 });

        Assert.True(sitter.Composition.Picture.Row(1, 200).SequenceEqual(sitter.Composition.AsShot.Row(1, 200)));
        Assert.Equal(0, sitter.Composition.Light!.ExposureStops);
    }

    [Fact]
    public void Develop_SquareAndTallPicture_AreCorrectedAlike()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using RgbImage dark = PhotoEdit.Expose(drawn.Image, -2);
        byte[] photo = SitterStudio.Encode(dark);
        double[] stops = [.. ((string[])["1:1", "4:5"]).Select(aspect => room.Studio.Render(photo, new PortraitSpec
        {
            Framing = new FramingSpec { Aspect = aspect },
            Output = new OutputSpec { Height = 400 },
        }).Report.Light!.ExposureStops)];

        Assert.InRange(stops[0], 0.05, 2);
        Assert.Equal(stops[0], stops[1], 0.03);
    }

    private static double StopsOff(Lab tone, Lab right) =>
        Math.Log2(Xyz.Luminance(tone.ToLinear()) / Xyz.Luminance(right.ToLinear()));

    private static double Error(Lab tone, LitSitter good) => ColourDifference.Ciede2000(tone, good.Before);

    /// <summary>Mean luminance now over that before, around a place.</summary>
    private static float Gain(Composition composition, Vector2 at) =>
        Light(composition.Picture, at) / Light(composition.AsShot, at);

    private static float Contrast(PlanarImage picture, DrawnSitter drawn) =>
        MathF.Log(Light(picture, drawn.Mesh.Flat(50)) / Light(picture, drawn.Mesh.Flat(280)));

    private static float Light(PlanarImage picture, Vector2 at)
    {
        float sum = 0;
        for (int y = (int)at.Y - 2; y <= (int)at.Y + 2; y++)
        {
            for (int x = (int)at.X - 2; x <= (int)at.X + 2; x++)
            {
                sum += Xyz.Luminance(SrgbCurve.ToLinear(new Vector3(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x])));
            }
        }

        return sum;
    }
}
