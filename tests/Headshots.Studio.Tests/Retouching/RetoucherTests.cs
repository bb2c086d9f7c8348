using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Light;
using Headshots.Studio.Retouching;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Light;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Retouching;

/// <summary>What is calmed and what must stay, on drawn skin of every class with marks painted on a cheek.</summary>
public sealed class RetoucherTests(SitterStudio room)
{
    private static readonly Vector3 _pimple = new(2, 13, 3);
    private static readonly Vector3 _mole = new(-17, 3, 3);

    public static TheoryData<float> Skins => Scenes.SixSkins;

    [Theory]
    [MemberData(nameof(Skins))]
    public void Retouch_Pimple_GoesAtFullStrengthAndHardlyByDefault(float ita)
    {
        (float full, _) = Treat(ita, _pimple, 1);
        (float some, _) = Treat(ita, _pimple, new RetouchSpec().Strength);

        Assert.InRange(full, 0, 0.5f);
        Assert.InRange(some, 0.75f, 0.97f);
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Retouch_Mole_Stays(float ita)
    {
        (_, float dark) = Treat(ita, _mole, 1);

        Assert.InRange(dark, 0.85f, 1.15f);
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Retouch_FullStrength_KeepsPoresAndTone(float ita)
    {
        using LitSitter sitter = new(room.Draw(Scenes.Skin(ita)));
        Retoucher.Retouch(sitter.Composition, new RetouchSpec { Strength = 1 });

        double kept = SkinTexture.Energy(sitter.Composition.Picture, sitter.Skin)
            / SkinTexture.Energy(sitter.Composition.AsShot, sitter.Skin);
        Assert.InRange(kept, 0.85, 1.1);
        Assert.InRange(sitter.DeltaIta, -ToneGuard.Ita, ToneGuard.Ita);
        Assert.InRange(sitter.DeltaHue, -ToneGuard.Hue, ToneGuard.Hue);
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Retouch_ShinyForehead_DimsAndTakesTheSkinsColour(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita) with { Light = SitterLight.Neutral });
        using LitSitter sitter = new(drawn);
        Vector2 at = drawn.Mesh.Flat(151);
        float radius = 0.18f * drawn.InterEyePixels;
        Paint(sitter.Composition.Picture, at, radius, 0.35f);
        Lab before = Colour(sitter.Composition.Picture, at);
        Retoucher.Retouch(sitter.Composition, new RetouchSpec { Strength = 1 });
        Lab after = Colour(sitter.Composition.Picture, at);

        Assert.InRange(after.L, Colour(sitter.Composition.AsShot, at).L, before.L - 2);
        Assert.True(after.Chroma > before.Chroma, $"{after.Chroma} after {before.Chroma}");
    }

    [Fact]
    public void Retouch_BeardHairAndEyes_KeepEveryPixel()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain with
        {
            Hair = new SitterHair { Facial = FacialHair.Beard, Colour = HairColours.Grey, Grey = 0.8f },
        });
        using LitSitter sitter = new(drawn);
        Retoucher.Retouch(sitter.Composition, new RetouchSpec { Strength = 1 });

        Composition c = sitter.Composition;
        Assert.All(
            (Vector2[])[drawn.Mesh.Flat(199), drawn.Mesh.Flat(105), drawn.Mesh.LeftSeenIris, drawn.Mesh.Flat(13)],
            p => Assert.InRange(c.Picture.Row(1, (int)p.Y)[(int)p.X] - c.AsShot.Row(1, (int)p.Y)[(int)p.X], -0.004f, 0.004f));
    }

    [Fact]
    public void Retouch_NoStrength_ChangesNoPixel()
    {
        using LitSitter sitter = new(room.Draw(Scenes.Plain));
        Retoucher.Retouch(sitter.Composition, new RetouchSpec { Strength = 0 });

        Assert.True(sitter.Composition.Picture.Plane(1).SequenceEqual(sitter.Composition.AsShot.Plane(1)));
    }

    /// <summary>How much of a mark's redness and of its darkness is left, 0 to 1.</summary>
    private (float Red, float Dark) Treat(float ita, Vector3 mark, float strength)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita) with { Light = SitterLight.Neutral, Skin = new SitterSkin { ItaDegrees = ita, Texture = 0.3f, Moles = 0 } });
        using LitSitter clean = new(drawn);
        using LitSitter marked = new(drawn);
        Vector2 at = (drawn.Mesh.Flat(50) + drawn.Mesh.Flat(205)) / 2;
        PlanarImage picture = marked.Composition.Picture;
        Mark(picture, at, 0.028f * drawn.InterEyePixels, mark);
        Lab skin = Colour(clean.Composition.Picture, at);
        Lab before = Colour(picture, at);
        Retoucher.Retouch(marked.Composition, new RetouchSpec { Strength = strength });
        Lab after = Colour(picture, at);
        return (
            (float)((after.A - skin.A) / Math.Max(1, before.A - skin.A)),
            (float)((skin.L - after.L) / Math.Max(1, skin.L - before.L)));
    }

    /// <summary>Adds to L*, a*, b* within a soft disc.</summary>
    private static void Mark(PlanarImage picture, Vector2 at, float radius, Vector3 lab) => Around(picture, at, radius, (colour, share) =>
    {
        Lab was = Lab.FromSrgb(colour);
        float scale = (float)Math.Min(1, was.L / 40);
        return new Lab(was.L + (share * lab.X * scale), was.A + (share * lab.Y), was.B + (share * lab.Z)).ToSrgb();
    });

    /// <summary>Adds white light within a soft disc.</summary>
    private static void Paint(PlanarImage picture, Vector2 at, float radius, float light) => Around(
        picture, at, radius, (colour, share) => SrgbCurve.ToEncoded(SrgbCurve.ToLinear(colour) + new Vector3(share * light)));

    private static void Around(PlanarImage picture, Vector2 at, float radius, Func<Vector3, float, Vector3> change)
    {
        for (int y = (int)(at.Y - (2 * radius)); y < at.Y + (2 * radius); y++)
        {
            for (int x = (int)(at.X - (2 * radius)); x < at.X + (2 * radius); x++)
            {
                float share = MathF.Exp(-MathF.Pow(Vector2.Distance(at, new Vector2(x + 0.5f, y + 0.5f)) / radius, 4));
                Vector3 colour = Vector3.Clamp(
                    change(new Vector3(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x]), share), Vector3.Zero, Vector3.One);
                (picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x]) = (colour.X, colour.Y, colour.Z);
            }
        }
    }

    private static Lab Colour(PlanarImage picture, Vector2 at)
    {
        Vector3 sum = default;
        for (int y = (int)at.Y - 1; y <= (int)at.Y + 1; y++)
        {
            for (int x = (int)at.X - 1; x <= (int)at.X + 1; x++)
            {
                sum += SrgbCurve.ToLinear(new Vector3(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x])) / 9;
            }
        }

        return Lab.FromLinear(sum);
    }
}
