using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Tests.Sitters;
using Headshots.TestKit;

namespace Headshots.Studio.Tests.Inspecting;

/// <summary>
/// What hides a face, painted onto drawn people of all skins, and what must not be taken for it: beards, clear glasses,
/// headscarves.
/// </summary>
public sealed class CoverGatesTests(SitterStudio room)
{
    public static TheoryData<float, int> SkinsAndMasks
    {
        get
        {
            TheoryData<float, int> data = [];
            foreach (TheoryDataRow<float> skin in Scenes.SixSkins)
            {
                for (int mask = 0; mask < _masks.Length; mask++)
                {
                    data.Add(skin.Data, mask);
                }
            }

            return data;
        }
    }

    /// <summary>White, blue and black ones, and one with white spots on red.</summary>
    private static readonly (Vector3 Cloth, Vector3? Spots)[] _masks =
    [
        (new(0.8f, 0.82f, 0.83f), null),
        (new(0.35f, 0.6f, 0.75f), null),
        (new(0.03f, 0.03f, 0.03f), null),
        (new(0.7f, 0.1f, 0.12f), new(0.8f, 0.8f, 0.8f)),
    ];

    [Theory]
    [MemberData(nameof(SkinsAndMasks))]
    public void Inspect_MaskOnAnySkin_IsCovered(float ita, int mask)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        using RgbImage masked = FaceCovers.Mask(drawn.Image, drawn.Landmarks, _masks[mask].Cloth, _masks[mask].Spots);

        Assert.Equal(["face_covered"], Codes(masked));
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_Sunglasses_HideTheEyes(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        foreach (bool mirrored in (bool[])[false, true])
        {
            using RgbImage hidden = FaceCovers.Sunglasses(drawn.Image, drawn.Landmarks, mirrored);

            Assert.Equal(["eyes_hidden"], Codes(hidden));
        }
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_ClosedEyesBehindGlasses_AreClosed(float ita)
    {
        SitterScene glasses = Scenes.Skin(ita) with { Outfit = new SitterOutfit { Eyewear = Eyewear.Rectangular } };

        Assert.Empty(Codes(room.Draw(glasses).Image));
        Assert.Equal(
            ["eyes_closed"], Codes(room.Draw(glasses with { Expression = new SitterExpression { EyeOpening = 0 } }).Image));
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_FullBeardAndHeadscarf_AreNoCover(float ita)
    {
        SitterScene bearded = Scenes.Skin(ita) with { Hair = new SitterHair { Facial = FacialHair.Beard, Colour = HairColours.Black } };
        SitterScene scarf = Scenes.Skin(ita) with { Outfit = new SitterOutfit { Headscarf = new Vector3(0.2f, 0.42f, 0.43f) } };

        Assert.Empty(Codes(room.Draw(bearded).Image));
        Assert.Empty(Codes(room.Draw(scarf).Image));
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_CameraMovedSideways_IsBlurry(float ita)
    {
        SitterScene shaken = Scenes.Skin(ita) with { Sensor = new SitterSensor { Motion = 18 } };

        Assert.Equal(["too_blurry"], Codes(room.Draw(shaken).Image));
    }

    [Theory]
    [InlineData(14, "")]
    [InlineData(30, "head_leans")]
    [InlineData(-30, "head_leans")]
    public void Inspect_LeaningHead_IsSaidWhenItShows(float roll, string warning)
    {
        SitterScene leaning = Scenes.Plain with { Camera = Scenes.Plain.Camera with { Roll = roll } };
        using Inspection seen = room.Studio.Inspect(room.Photo(leaning));

        Assert.Empty(seen.Report.Reasons);
        Assert.Equal(warning.Length == 0 ? [] : [warning], seen.Report.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Inspect_HeadFallenToTheSide_IsTilted()
    {
        SitterScene fallen = Scenes.Plain with { Camera = Scenes.Plain.Camera with { Roll = 55 } };

        Assert.Equal(["head_tilted"], Codes(room.Draw(fallen).Image));
    }

    private string[] Codes(RgbImage photo)
    {
        using Inspection inspection = room.Studio.Inspect(SitterStudio.Encode(photo));
        return [.. inspection.Report.Reasons.Select(r => r.Code)];
    }
}
