using System.Text.Json.Serialization;
using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>What stands behind the sitter.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SolidBackground), "solid")]
[JsonDerivedType(typeof(LinearBackground), "linear")]
[JsonDerivedType(typeof(RadialBackground), "radial")]
[JsonDerivedType(typeof(ImageBackground), "image")]
[JsonDerivedType(typeof(BlurredBackground), "blurred")]
[JsonDerivedType(typeof(SceneBackground), "scene")]
public abstract record BackgroundSpec
{
    /// <summary>How much darker the corners are than the middle, 0 (not at all) to 1.</summary>
    public float Vignette { get; init; }
}

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

/// <summary>A picture of the company's own, filling the frame.</summary>
public sealed record ImageBackground : BackgroundSpec
{
    /// <summary>Name of the file among the kit's assets, 1 to 100 characters without slashes.</summary>
    public string Image { get; init; } = "";

    /// <summary>What of the picture stays in view where its aspect differs, as a share of its width, 0 to 1.</summary>
    public float FocusX { get; init; } = 0.5f;

    /// <summary>The same as a share of its height.</summary>
    public float FocusY { get; init; } = 0.5f;

    /// <summary>Out of focus, 0 (sharp) to 1 (a wide-open portrait lens).</summary>
    public float Blur { get; init; } = 0.35f;
}

/// <summary>The photo's own surroundings, out of focus.</summary>
public sealed record BlurredBackground : BackgroundSpec
{
    /// <summary>0.1 to 1.</summary>
    public float Blur { get; init; } = 0.6f;
}

/// <summary>A drawn place, out of focus; the same seed draws the same place.</summary>
public sealed record SceneBackground : BackgroundSpec
{
    /// <summary><c>studio-grey</c>, <c>office</c>, <c>cafe</c> or <c>outdoors</c>.</summary>
    public string Scene { get; init; } = "studio-grey";

    /// <summary>0 to 1,000,000.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>0 to 1.</summary>
    public float Blur { get; init; } = 0.6f;

    internal static IReadOnlyList<string> Scenes { get; } = ["studio-grey", "office", "cafe", "outdoors"];
}
