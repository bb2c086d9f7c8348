using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Light;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Light;

public sealed class SkinRegionTests(SitterStudio room)
{
    public static TheoryData<float> Skins => Scenes.SixSkins;

    [Theory]
    [MemberData(nameof(Skins))]
    public void Tone_EvenLight_IsTheToneThatWasPainted(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita) with { Light = SitterLight.Neutral });
        using PlanarImage picture = Planes(drawn.Image);
        using SkinRegion region = SkinRegion.Of(picture, drawn.Mesh);

        Assert.InRange(region.Tone(picture)!.Value.Ita, ita - 6, ita + 6);
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Of_BeardGlassesAndHair_AreNotSkin(float ita)
    {
        SitterScene scene = Scenes.Skin(ita);
        DrawnSitter drawn = room.Draw(scene with
        {
            Hair = scene.Hair with { Facial = FacialHair.Beard, Colour = HairColours.Black },
            Outfit = new SitterOutfit { Eyewear = Eyewear.Rectangular },
        });
        using PlanarImage picture = Planes(drawn.Image);
        using SkinRegion region = SkinRegion.Of(picture, drawn.Mesh);

        float cheek = Weight(region, (drawn.Mesh.Flat(50) + drawn.Mesh.Flat(205)) / 2);
        Assert.InRange(cheek, 0.9f, 1);
        Assert.All(
            (Vector2[])[drawn.Mesh.LeftSeenIris, drawn.Mesh.Flat(13), drawn.Mesh.Flat(199), drawn.Mesh.Flat(105)],
            p => Assert.InRange(Weight(region, p), 0, 0.35f));
    }

    [Fact]
    public void Tone_PictureWithTwiceTheLight_FollowsExactly()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using PlanarImage picture = Planes(drawn.Image);
        using SkinRegion region = SkinRegion.Of(picture, drawn.Mesh);
        Vector3 before = region.MeanLight(picture);
        PlanarColour.Decode(picture, picture);
        ColourMatrix.Diagonal(new Vector3(0.5f)).Apply(picture);
        PlanarColour.Encode(picture, picture);

        Assert.InRange(Vector3.Distance(region.MeanLight(picture), before / 2), 0, 0.002f);
    }

    [Fact]
    public void Tone_FaceCoveredAltogether_IsUnknown()
    {
        DrawnSitter drawn = room.Draw(Scenes.Plain);
        using PlanarImage picture = PlanarImage.Rent(drawn.Image.Width, drawn.Image.Height, 3);
        picture.Fill(1);
        using SkinRegion region = SkinRegion.Of(picture, drawn.Mesh);

        Assert.False(region.Seen);
        Assert.Null(region.Tone(picture));
    }

    private static float Weight(SkinRegion region, Vector2 at) =>
        region.Weights.Row(0, (int)at.Y / region.Block)[(int)at.X / region.Block];

    private static PlanarImage Planes(RgbImage photo)
    {
        PlanarImage planes = PlanarImage.Rent(photo.Width, photo.Height, 3);
        Resampler.Resize(photo, new RectF(0, 0, photo.Width, photo.Height), planes);
        return planes;
    }
}
