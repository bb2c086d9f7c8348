using System.Text.Json.Serialization;
using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>What stands behind the sitter.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SolidBackground), "solid")]
[JsonDerivedType(typeof(LinearBackground), "linear")]
[JsonDerivedType(typeof(RadialBackground), "radial")]
public abstract record BackgroundSpec;

/// <summary>One colour.</summary>
public sealed record SolidBackground : BackgroundSpec
{
    public RgbColour Colour { get; init; } = new(0xE6, 0xE9, 0xED);
}

/// <summary>A straight gradient through the frame's centre, mixed in linear light.</summary>
public sealed record LinearBackground : BackgroundSpec
{
    public RgbColour From { get; init; } = new(0xF2, 0xF4, 0xF7);

    public RgbColour To { get; init; } = new(0xC9, 0xD0, 0xD8);

    /// <summary>Degrees, −360 to 360: 0 runs from left to right, 90 from top to bottom.</summary>
    public float Angle { get; init; } = 90;
}

/// <summary>A round gradient, as a lamp on a backdrop gives.</summary>
public sealed record RadialBackground : BackgroundSpec
{
    public RgbColour Inner { get; init; } = new(0xF2, 0xF4, 0xF7);

    public RgbColour Outer { get; init; } = new(0xB4, 0xBD, 0xC8);

    /// <summary>Share of the frame's width, 0 to 1.</summary>
    public float CentreX { get; init; } = 0.5f;

    /// <summary>Share of the frame's height, 0 to 1.</summary>
    public float CentreY { get; init; } = 0.4f;

    /// <summary>Where <see cref="Outer"/> is reached, as a share of the frame's diagonal, 0.1 to 2.</summary>
    public float Radius { get; init; } = 0.62f;
}
