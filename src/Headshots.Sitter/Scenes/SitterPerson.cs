using System.Numerics;

namespace Headshots.Sitter;

/// <summary>Proportions of a face relative to MediaPipe's canonical one: 0 is average, −1 and 1 are as far as people usually go.</summary>
public sealed record SitterIdentity
{
    public float FaceWidth { get; init; }

    public float JawWidth { get; init; }

    public float ChinLength { get; init; }

    public float NoseWidth { get; init; }

    public float NoseLength { get; init; }

    public float NoseBridge { get; init; }

    public float LipFullness { get; init; }

    public float MouthWidth { get; init; }

    public float EyeSize { get; init; }

    public float EyeSpacing { get; init; }

    public float EyeTilt { get; init; }

    public float BrowHeight { get; init; }

    /// <summary>Thin to thick.</summary>
    public float BrowWeight { get; init; }

    public float CheekFullness { get; init; }

    /// <summary>Narrow to broad: shoulders and neck.</summary>
    public float Build { get; init; }

    /// <summary>Years, 18 to 85: lines, and looser contours.</summary>
    public float Age { get; init; } = 35;

    /// <summary>Seed of small asymmetries and of where moles and pores lie.</summary>
    public int Seed { get; init; } = 1;
}

public sealed record SitterSkin
{
    /// <summary>
    /// Individual typology angle, ITA = atan((L* − 50)/b*)·180/π (Chardon, Cretois and Hourseau 1991), −70 to 70: very
    /// light above 55, light above 41, intermediate above 28, tan above 10, brown above −30, dark below.
    /// </summary>
    public float ItaDegrees { get; init; } = 40;

    /// <summary>Pale to flushed cheeks, nose and ears: 0 to 1.</summary>
    public float Redness { get; init; } = 0.4f;

    /// <summary>0 to 1.</summary>
    public float Freckles { get; init; }

    /// <summary>Number of moles, 0 to 8.</summary>
    public int Moles { get; init; } = 1;

    /// <summary>Pores, blotches and other small variation: 0 (porcelain) to 1.</summary>
    public float Texture { get; init; } = 0.6f;

    /// <summary>Lip colour over the natural one: 0 to 1.</summary>
    public float Lipstick { get; init; }
}

public enum HairStyle
{
    Bald,
    Shaved,
    Cropped,
    Curly,
    Afro,
    Bob,
    Flowing,
    Bun,
}

public enum FacialHair
{
    None,
    Stubble,
    Moustache,
    Beard,
}

public sealed record SitterHair
{
    public HairStyle Style { get; init; } = HairStyle.Cropped;

    public FacialHair Facial { get; init; }

    /// <summary>Of the lit strands.</summary>
    public Vector3 Colour { get; init; } = HairColours.Brown;

    /// <summary>0 to 1: the share of strands that have lost their colour.</summary>
    public float Grey { get; init; }

    /// <summary>Stray strands at the silhouette: 0 to 1.</summary>
    public float Flyaway { get; init; } = 0.4f;

    public int Seed { get; init; } = 1;
}

public static class HairColours
{
    public static Vector3 Black { get; } = new(0.115f, 0.10f, 0.10f);

    public static Vector3 DarkBrown { get; } = new(0.21f, 0.15f, 0.115f);

    public static Vector3 Brown { get; } = new(0.34f, 0.235f, 0.165f);

    public static Vector3 Blond { get; } = new(0.72f, 0.58f, 0.39f);

    public static Vector3 Red { get; } = new(0.56f, 0.27f, 0.14f);

    public static Vector3 Grey { get; } = new(0.66f, 0.66f, 0.66f);
}

public sealed record SitterExpression
{
    /// <summary>0 (closed) over 1 (relaxed, open) to 1.5 (wide).</summary>
    public float EyeOpening { get; init; } = 1;

    /// <summary>0 (lips meet) to 1 (about 3 cm apart).</summary>
    public float MouthOpening { get; init; }

    /// <summary>−0.5 (corners down) over 0 to 1 (broad smile).</summary>
    public float Smile { get; init; } = 0.3f;

    /// <summary>Degrees the eyes turn from the lens: x to the right of the picture, y up; within ±30.</summary>
    public Vector2 Gaze { get; init; }
}

public enum Clothing
{
    CrewNeck,
    Shirt,
    Blazer,
}

public enum Eyewear
{
    None,
    Round,
    Rectangular,
}

public sealed record SitterOutfit
{
    public Clothing Clothing { get; init; }

    public Vector3 Colour { get; init; } = new(0.16f, 0.24f, 0.36f);

    /// <summary>Of the shirt under a blazer.</summary>
    public Vector3 ShirtColour { get; init; } = new(0.90f, 0.91f, 0.93f);

    public Eyewear Eyewear { get; init; }

    public Vector3 FrameColour { get; init; } = new(0.08f, 0.07f, 0.07f);

    /// <summary>A headscarf covers hair, ears and neck; null for none.</summary>
    public Vector3? Headscarf { get; init; }

    /// <summary>Iris colour.</summary>
    public Vector3 Iris { get; init; } = new(0.30f, 0.19f, 0.11f);
}
