using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>A drawing made from the headshot, beside it.</summary>
public sealed record AvatarSpec
{
    /// <summary><c>off</c>, <c>flat</c>, <c>ink</c> or <c>anime</c>.</summary>
    public string Style { get; init; } = "off";

    /// <summary>Pixels of its sides, 64 to 2048.</summary>
    public int Size { get; init; } = 512;

    /// <summary>Up to 8 colours of the brand for background and clothes; the kit's background colours if empty.</summary>
    public IReadOnlyList<RgbColour> Palette { get; init; } = [];

    internal static IReadOnlyList<string> Styles { get; } = ["off", "flat", "ink", "anime"];
}
