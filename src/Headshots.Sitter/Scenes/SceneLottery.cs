using System.Numerics;
using Headshots.Sitter.Drawing;

namespace Headshots.Sitter;

/// <summary>
/// Draws lots for a scene: the parts are plausible on their own and together (grey comes with age, beards with short hair,
/// and dark skin gets the light that a careful photographer gives it).
/// </summary>
internal static class SceneLottery
{
    private static readonly Vector3[] Colours =
        [HairColours.Black, HairColours.DarkBrown, HairColours.Brown, HairColours.Blond, HairColours.Red];

    private static readonly Vector3[] Cloths =
    [
        new(0.16f, 0.24f, 0.36f), new(0.55f, 0.16f, 0.18f), new(0.20f, 0.36f, 0.30f), new(0.80f, 0.78f, 0.72f),
        new(0.12f, 0.12f, 0.14f), new(0.45f, 0.45f, 0.50f), new(0.70f, 0.52f, 0.22f), new(0.36f, 0.26f, 0.44f),
    ];

    private static readonly Vector3[] Irises =
        [new(0.26f, 0.16f, 0.09f), new(0.33f, 0.22f, 0.12f), new(0.36f, 0.40f, 0.25f), new(0.34f, 0.46f, 0.56f), new(0.42f, 0.46f, 0.48f)];

    public static SitterScene Draw(int seed)
    {
        var lot = new Lot(seed);
        float ita = lot.Between(-52, 62), age = lot.Between(20, 72);
        bool scarf = lot.Chance(0.08f), close = lot.Chance(0.5f);
        float distance = close ? lot.Between(38, 60) : lot.Between(60, 150);
        (int width, int height) = lot.Chance(0.7f) ? (768, 1024) : (1024, 768);
        float share = width > height ? lot.Between(0.10f, 0.15f) : lot.Between(0.14f, 0.21f);
        SitterHair hair = Hair(ref lot, ita, age, scarf, seed);
        return new SitterScene
        {
            Width = width,
            Height = height,
            Camera = new SitterCamera
            {
                DistanceCm = distance,
                FocalLength35 = SitterCamera.FocalFor(share, distance, width, height),
                EyesAt = new Vector2(lot.Between(0.42f, 0.58f), lot.Between(0.38f, 0.46f)),
            },
            Pose = new(lot.Between(-12, 12), lot.Between(-4, 5), lot.Between(-5, 5)),
            Identity = Face(ref lot, age, seed),
            Skin = new SitterSkin
            {
                ItaDegrees = ita,
                Redness = lot.Between(0.1f, 0.6f),
                Freckles = ita > 35 && lot.Chance(0.3f) ? lot.Between(0.2f, 0.8f) : 0,
                Moles = (int)lot.Between(0, 4),
                Texture = lot.Between(0.4f, 0.9f),
                Lipstick = hair.Facial == FacialHair.None && lot.Chance(0.4f) ? lot.Between(0.2f, 0.7f) : 0,
            },
            Hair = hair,
            Expression = new SitterExpression { EyeOpening = lot.Between(0.9f, 1.03f), Smile = lot.Between(0.4f, 0.9f) },
            Outfit = new SitterOutfit
            {
                Clothing = (Clothing)(int)lot.Between(0, 3),
                Colour = lot.Pick(Cloths),
                Eyewear = lot.Chance(0.3f) ? (Eyewear)(1 + (int)lot.Between(0, 2)) : Eyewear.None,
                Headscarf = scarf ? lot.Pick(Cloths) : null,
                Iris = ita > 25 ? lot.Pick(Irises) : Irises[0],
            },
            Light = new SitterLight
            {
                Azimuth = lot.Between(-60, 60),
                Elevation = lot.Between(10, 45),
                KeyFillRatio = lot.Between(1.3f, 3),
                Exposure = lot.Between(-0.1f, 0.25f) + (ita < 0 ? 0.25f : 0),
                ColourTemperature = lot.Between(5200, 7600),
            },
            Backdrop = new SitterBackdrop { Kind = (BackdropKind)(int)lot.Between(0, 6), Seed = seed, Blur = lot.Between(0, 7) },
            Sensor = new SitterSensor { Noise = lot.Between(0.5f, 3), Seed = seed },
        };
    }

    private static SitterIdentity Face(ref Lot lot, float age, int seed)
    {
        // The sum of two lots: most people are near the middle.
        float[] traits = new float[14];
        for (int i = 0; i < traits.Length; i++)
        {
            traits[i] = (lot.Between(-1, 1) + lot.Between(-1, 1)) * 0.5f;
        }

        return new SitterIdentity
        {
            FaceWidth = traits[0],
            JawWidth = traits[1],
            ChinLength = traits[2],
            NoseWidth = traits[3],
            NoseLength = traits[4],
            NoseBridge = traits[5],
            LipFullness = traits[6],
            MouthWidth = traits[7],
            EyeSize = traits[8],
            EyeSpacing = traits[9],
            EyeTilt = traits[10],
            BrowHeight = traits[11],
            BrowWeight = traits[12],
            CheekFullness = traits[13],
            Build = lot.Between(-1, 1),
            Age = age,
            Seed = seed,
        };
    }

    private static SitterHair Hair(ref Lot lot, float ita, float age, bool scarf, int seed)
    {
        HairStyle style = age > 50 && lot.Chance(0.2f) ? HairStyle.Bald : (HairStyle)(int)lot.Between(1, 8);
        style = style == HairStyle.Afro && ita > 15 ? HairStyle.Curly : style;
        bool worn = !scarf && style is (HairStyle.Bald or HairStyle.Shaved or HairStyle.Cropped or HairStyle.Curly);
        FacialHair facial = worn && lot.Chance(0.5f) ? (FacialHair)(1 + (int)lot.Between(0, 3)) : FacialHair.None;
        return new SitterHair
        {
            Style = style,

            // A full dark beard on dark skin hides the chin from the networks.
            Facial = facial == FacialHair.Beard && ita < 15 ? FacialHair.Stubble : facial,
            Colour = ita > 20 ? lot.Pick(Colours) : Colours[(int)lot.Between(0, 2)],
            Grey = Math.Clamp((age - 45) / 30 * lot.Between(0.3f, 1.2f), 0, 1),
            Flyaway = lot.Between(0.1f, 0.7f),
            Seed = seed,
        };
    }
}
