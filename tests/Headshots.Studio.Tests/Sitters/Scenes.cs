using System.Numerics;
using Headshots.Sitter;

namespace Headshots.Studio.Tests.Sitters;

/// <summary>People who are drawn for several tests.</summary>
internal static class Scenes
{
    /// <summary>Typology angles in the middle of the six classes, from very light to dark.</summary>
    public static TheoryData<float> SixSkins => [60, 48, 34, 19, -10, -45];

    /// <summary>Head and shoulders before a room, frontal and well lit: nothing to complain about.</summary>
    public static SitterScene Plain { get; } = new()
    {
        Width = 480,
        Height = 600,
        Camera = Seen(0.16f, 480, 600),
    };

    /// <summary>The same in another skin, in the same light.</summary>
    public static SitterScene Skin(float ita) => Plain with
    {
        Skin = new SitterSkin { ItaDegrees = ita },
        Hair = new SitterHair { Colour = ita < 25 ? HairColours.Black : HairColours.Brown },
    };

    /// <summary>A camera 70 cm away to which the eyes are that share of the picture's width apart.</summary>
    public static SitterCamera Seen(float interEye, int width, int height) => new()
    {
        DistanceCm = 70,
        FocalLength35 = SitterCamera.FocalFor(interEye, 70, width, height),
        EyesAt = new Vector2(0.5f, 0.42f),
    };
}
