using System.Numerics;
using Headshots.Sitter;

namespace Headshots.Validation.Gates;

/// <summary>The people and skins that the gates are tried on.</summary>
internal static class GateSitters
{
    public static IReadOnlyList<(string Name, float Ita)> Skins { get; } =
        [("very light, 60", 60), ("light, 48", 48), ("intermediate, 34", 34), ("tan, 19", 19), ("brown, −10", -10), ("dark, −45", -45)];

    /// <summary>Head and shoulders, frontal, in the same light whatever the skin.</summary>
    public static SitterScene Scene(float ita, HairStyle hair) => new()
    {
        Width = 480,
        Height = 600,
        Camera = new SitterCamera
        {
            DistanceCm = 70,
            FocalLength35 = SitterCamera.FocalFor(0.16f, 70, 480, 600),
            EyesAt = new Vector2(0.5f, 0.42f),
        },
        Identity = new SitterIdentity { Seed = hair == HairStyle.Bob ? 5 : 1, FaceWidth = hair == HairStyle.Bob ? -0.4f : 0.2f },
        Skin = new SitterSkin { ItaDegrees = ita },
        Hair = new SitterHair { Style = hair, Colour = ita < 25 ? HairColours.Black : HairColours.Brown },
    };

    /// <summary>Twelve people drawn by lot in their own light and place, in one skin: faces, poses and ages differ.</summary>
    public static IEnumerable<SitterScene> Lot(float ita) => Enumerable.Range(5000, 12).Select(seed =>
    {
        SitterScene drawn = SitterScene.FromSeed(seed);
        return drawn with
        {
            Width = drawn.Width * 5 / 8,
            Height = drawn.Height * 5 / 8,
            Skin = drawn.Skin with { ItaDegrees = ita },
            Hair = drawn.Hair with { Colour = ita < 25 ? HairColours.Black : drawn.Hair.Colour },
            Light = drawn.Light with { Exposure = ita < 0 ? 0.4f : 0.1f },
        };
    });
}
