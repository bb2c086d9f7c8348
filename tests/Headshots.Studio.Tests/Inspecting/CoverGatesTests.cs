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
    [MemberData(nameof(SkinsAndMasks))]
    public void Inspect_MaskUnderTheNose_IsCovered(float ita, int mask)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        using RgbImage masked = FaceCovers.Mask(
            drawn.Image, drawn.Landmarks, _masks[mask].Cloth, _masks[mask].Spots, underNose: true);

        Assert.Equal(["face_covered"], Codes(masked));
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_HandOfTheSameSkinOverTheMouth_IsCovered(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        foreach (HandPlace place in (HandPlace[])[HandPlace.OverMouth, HandPlace.ArmOverMouth])
        {
            using RgbImage covered = FaceHands.Paint(drawn.Image, drawn.Landmarks, place);

            Assert.Equal(["face_covered"], Codes(covered));
        }
    }

    /// <summary>A chin or cheek in a hand is a pose; nothing of it may be taken for a covered mouth or eye.</summary>
    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_ChinOrCheekInAHand_IsNoCover(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        foreach (HandPlace place in (HandPlace[])[HandPlace.FistOnChin, HandPlace.OnCheek])
        {
            using RgbImage posed = FaceHands.Paint(drawn.Image, drawn.Landmarks, place);

            Assert.Empty(Codes(posed));
        }
    }

    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_HandOverOneEye_OnlyWarns(float ita)
    {
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        using RgbImage covered = FaceHands.Paint(drawn.Image, drawn.Landmarks, HandPlace.OverOneEye);
        using Inspection seen = room.Studio.Inspect(SitterStudio.Encode(covered));

        Assert.Empty(seen.Report.Reasons);
        Assert.Contains("one_eye_hidden", seen.Report.Warnings.Select(w => w.Code));
    }

    /// <summary>What hides part of a mouth in everybody: a beard, a moustache, teeth, a turned head, hard light.</summary>
    [Theory]
    [MemberData(nameof(Scenes.SixSkins), MemberType = typeof(Scenes))]
    public void Inspect_MouthHardToSee_IsNotCovered(float ita)
    {
        SitterScene plain = Scenes.Skin(ita);
        SitterScene[] hard =
        [
            plain with { Hair = plain.Hair with { Facial = FacialHair.Moustache } },
            plain with { Expression = new SitterExpression { Smile = 1, MouthOpening = 0.5f } },
            plain with { Light = new SitterLight { KeyFillRatio = 10, Azimuth = -80 } },
            plain with { Pose = new(38, 0, 0) },
        ];

        foreach (SitterScene scene in hard)
        {
            using Inspection seen = room.Studio.Inspect(room.Photo(scene));

            Assert.Empty(seen.Report.Reasons);
            Assert.DoesNotContain("one_eye_hidden", seen.Report.Warnings.Select(w => w.Code));
        }
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
        foreach (Eyewear frame in (Eyewear[])[Eyewear.Rectangular, Eyewear.Round])
        {
            SitterScene glasses = Scenes.Skin(ita) with { Outfit = new SitterOutfit { Eyewear = frame } };

            Assert.Empty(Codes(room.Draw(glasses).Image));
            Assert.Empty(Codes(room.Draw(glasses with { Expression = new SitterExpression { EyeOpening = 0.5f } }).Image));
            Assert.Equal(
                ["eyes_closed"], Codes(room.Draw(glasses with { Expression = new SitterExpression { EyeOpening = 0 } }).Image));
        }
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
