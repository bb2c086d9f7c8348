using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>What the sitter wears.</summary>
public sealed record AttireSpec
{
    /// <summary>
    /// <c>keep</c>: the sitter's own clothes; <c>recolour</c>: the same clothes in <see cref="Colour"/>; <c>overlay</c>: a
    /// <see cref="Garment"/> over them, if it fits.
    /// </summary>
    public string Mode { get; init; } = "keep";

    /// <summary>The clothes' colour; of a garment, its own colours if left out.</summary>
    public RgbColour? Colour { get; init; }

    /// <summary>
    /// A garment that ships with the program (<c>blazer</c>, <c>crew-neck</c>, <c>polo</c>, <c>blouse</c>), or the name of
    /// an SVG or PNG file among the kit's assets.
    /// </summary>
    public string Garment { get; init; } = "blazer";

    /// <summary>Where an own garment sits on the body; not used for those that ship.</summary>
    public GarmentAnchors? Anchors { get; init; }

    internal static IReadOnlyList<string> Modes { get; } = ["keep", "recolour", "overlay"];

    internal static IReadOnlyList<string> Garments { get; } = ["blazer", "crew-neck", "polo", "blouse"];
}

/// <summary>
/// Points of a garment's picture, as shares of its width and height, 0 to 1. Left and right are the picture's.
/// </summary>
public sealed record GarmentAnchors
{
    /// <summary>Where the collar meets the side of the neck, on the left.</summary>
    public float NeckLeftX { get; init; } = 0.40f;

    public float NeckLeftY { get; init; } = 0.12f;

    /// <summary>The same on the right.</summary>
    public float NeckRightX { get; init; } = 0.60f;

    public float NeckRightY { get; init; } = 0.12f;

    /// <summary>The top of the shoulder's end, on the left.</summary>
    public float ShoulderLeftX { get; init; } = 0.06f;

    public float ShoulderLeftY { get; init; } = 0.34f;

    /// <summary>The same on the right.</summary>
    public float ShoulderRightX { get; init; } = 0.94f;

    public float ShoulderRightY { get; init; } = 0.34f;

    /// <summary>The lowest point of the neckline, where skin begins to show.</summary>
    public float ThroatX { get; init; } = 0.5f;

    public float ThroatY { get; init; } = 0.3f;
}
