using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Sitter;

/// <summary>A scene with a name that can be a file name.</summary>
public sealed record NamedSitter(string Name, SitterScene Scene);

/// <summary>
/// Twelve invented people, composed by hand: the samples a newcomer sees. None of them exists. They span the six skin
/// typology classes, three generations, and the hair, glasses and headscarf that make cutting people out hard.
/// </summary>
public static class SitterGallery
{
    private static readonly Vector3 Navy = new(0.13f, 0.19f, 0.31f);
    private static readonly Vector3 Charcoal = new(0.19f, 0.20f, 0.22f);

    public static IReadOnlyList<NamedSitter> All { get; } =
    [
        Sitter("amara", 11, -42, 34, HairStyle.Afro, HairColours.Black, Clothing.Blazer, new(0.36f, 0.13f, 0.17f), BackdropKind.Window, lipstick: 0.35f),
        Sitter("bjorn", 12, 58, 41, HairStyle.Cropped, HairColours.Blond, Clothing.CrewNeck, Charcoal, BackdropKind.Garden, FacialHair.Beard),
        Sitter("chen", 13, 38, 28, HairStyle.Flowing, HairColours.Black, Clothing.Shirt, new(0.85f, 0.88f, 0.92f), BackdropKind.Room, lipstick: 0.4f),
        Sitter("dara", 14, 24, 52, HairStyle.Bob, HairColours.DarkBrown, Clothing.Blazer, Navy, BackdropKind.Bookshelf, grey: 0.3f, eyewear: Eyewear.Rectangular),
        Sitter("elias", 15, -5, 37, HairStyle.Curly, HairColours.Black, Clothing.CrewNeck, new(0.62f, 0.47f, 0.2f), BackdropKind.Bokeh, FacialHair.Stubble),
        Sitter("fatima", 16, 19, 31, HairStyle.Bun, HairColours.DarkBrown, Clothing.Blazer, Charcoal, BackdropKind.Room, scarf: new(0.20f, 0.42f, 0.43f), lipstick: 0.45f),
        Sitter("george", 17, 48, 68, HairStyle.Bald, HairColours.Grey, Clothing.Shirt, new(0.62f, 0.72f, 0.84f), BackdropKind.Bookshelf, FacialHair.Moustache, grey: 1, eyewear: Eyewear.Round),
        Sitter("hanna", 18, 60, 26, HairStyle.Flowing, HairColours.Red, Clothing.CrewNeck, new(0.18f, 0.36f, 0.28f), BackdropKind.Garden, freckles: 0.8f, lipstick: 0.2f),
        Sitter("idris", 19, -33, 45, HairStyle.Shaved, HairColours.Black, Clothing.Blazer, Navy, BackdropKind.Window, FacialHair.Stubble, grey: 0.15f),
        Sitter("julia", 20, 44, 61, HairStyle.Bob, HairColours.Grey, Clothing.Shirt, new(0.91f, 0.89f, 0.86f), BackdropKind.Wall, grey: 0.9f, eyewear: Eyewear.Round, lipstick: 0.35f),
        Sitter("kavi", 21, 9, 30, HairStyle.Cropped, HairColours.Black, Clothing.Shirt, new(0.34f, 0.22f, 0.34f), BackdropKind.Room, FacialHair.Stubble),
        Sitter("lena", 22, 33, 39, HairStyle.Bun, HairColours.Brown, Clothing.CrewNeck, new(0.56f, 0.20f, 0.20f), BackdropKind.Bokeh, eyewear: Eyewear.Rectangular, lipstick: 0.5f),
    ];

    private static NamedSitter Sitter(
        string name,
        int seed,
        float ita,
        float age,
        HairStyle style,
        Vector3 hair,
        Clothing clothing,
        Vector3 cloth,
        BackdropKind place,
        FacialHair facial = FacialHair.None,
        float grey = 0,
        Eyewear eyewear = Eyewear.None,
        Vector3? scarf = null,
        float freckles = 0,
        float lipstick = 0)
    {
        SitterScene drawn = SitterScene.FromSeed(seed);
        float side = (seed & 1) == 0 ? 1 : -1;
        bool slight = facial == FacialHair.None && lipstick > 0;
        return new NamedSitter(name, drawn with
        {
            Width = 960,
            Height = 1200,
            Camera = new SitterCamera
            {
                DistanceCm = 62,
                FocalLength35 = SitterCamera.FocalFor(0.175f, 62, 960, 1200),
                EyesAt = new Vector2(0.5f + (0.02f * side), 0.41f),
            },
            Pose = new HeadPose(side * 6, 1, side * 1.5f),
            Identity = drawn.Identity with { Age = age, Build = slight ? -0.7f : 0.3f, BrowWeight = slight ? -0.4f : 0.4f, JawWidth = slight ? -0.5f : 0.3f },
            Skin = drawn.Skin with { ItaDegrees = ita, Freckles = freckles, Lipstick = lipstick },
            Hair = new SitterHair { Style = style, Facial = facial, Colour = hair, Grey = grey, Seed = seed },
            Expression = new SitterExpression { Smile = 0.6f },
            Outfit = drawn.Outfit with { Clothing = clothing, Colour = cloth, Eyewear = eyewear, Headscarf = scarf },
            Light = new SitterLight { Azimuth = -side * 32, Elevation = 30, KeyFillRatio = 1.9f, Exposure = ita < 0 ? 0.45f : 0.2f },
            Backdrop = new SitterBackdrop { Kind = place, Seed = seed, Blur = 5 },
            Sensor = new SitterSensor { Noise = 1.2f, Seed = seed },
        });
    }
}
