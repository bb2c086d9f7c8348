namespace Headshots.Studio.Specs;

/// <summary>The picture a destination wants.</summary>
/// <param name="Name">As a rendition's <see cref="RenditionSpec.For"/> says it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="MaxBytes">The most it takes; null where it does not care.</param>
public sealed record Destination(string Name, int Width, int Height, int? MaxBytes = null)
{
    /// <summary>All that are known.</summary>
    public static IReadOnlyList<Destination> All { get; } =
    [
        new("microsoft365", 648, 648, 100 * 1024),
        new("slack", 1024, 1024),
        new("linkedin", 800, 800),
        new("google", 512, 512),
        new("activeDirectory", 96, 96, 10 * 1024),
        new("zoom", 1024, 1024, 2_000_000),
        new("github", 500, 500),
        new("gravatar", 512, 512),

        // Shown at 120 × 120 in a mail; twice that for dense screens.
        new("signature", 240, 240, 60 * 1024),
        new("webSquare", 1200, 1200),
        new("webPortrait", 1200, 1500),

        // 8 × 10 inches at 300 dots per inch, and the 4:5 of an 8K wall.
        new("print", 2400, 3000),
        new("largePrint", 6144, 7680),
    ];

    public static Destination? Find(string? name) => All.FirstOrDefault(d => d.Name == name);
}
