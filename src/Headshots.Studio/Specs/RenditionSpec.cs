namespace Headshots.Studio.Specs;

/// <summary>
/// A headshot as some destination wants it; the frame is composed anew for its aspect. Either a <see cref="For"/> that
/// knows the destination's sizes, with whatever is to differ from them, or a name, a width and a height.
/// </summary>
public sealed record RenditionSpec
{
    /// <summary>
    /// A destination: <c>microsoft365</c>, <c>slack</c>, <c>linkedin</c>, <c>google</c>, <c>activeDirectory</c>,
    /// <c>zoom</c>, <c>github</c>, <c>gravatar</c>, <c>signature</c>, <c>webSquare</c>, <c>webPortrait</c>, <c>print</c> or
    /// <c>largePrint</c>.
    /// </summary>
    public string? For { get; init; }

    /// <summary>File name without extension: 1 to 40 of letters, digits, hyphen; the destination's name if left out.</summary>
    public string? Name { get; init; }

    /// <summary>Pixels, 32 to 6144.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, 32 to 7680.</summary>
    public int? Height { get; init; }

    /// <summary><c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>avif</c>; what the destination takes, or <c>jpeg</c>, if left out.</summary>
    public string? Format { get; init; }

    /// <summary>JPEG only: the most bytes the file may have, 4,096 or more; the destination's limit if left out.</summary>
    public int? MaxBytes { get; init; }
}
