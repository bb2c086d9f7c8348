using Headshots.Studio.Specs;

namespace Headshots.Studio.Kits;

/// <summary>Kits that ship with the program, to start from.</summary>
public static class ReadyKits
{
    /// <summary>The first is the one used when none is named.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "studio-grey", "deep-blue", "clean-white", "painted-canvas", "bright-office", "corner-cafe", "city-park", "own-place",
    ];

    /// <summary>The document of a ready kit.</summary>
    /// <exception cref="ArgumentException">There is no kit of that name.</exception>
    public static string GetJson(string name) => Names.Contains(name, StringComparer.Ordinal)
        ? EmbeddedText.Read($"kit.{name}.json")
        : throw new ArgumentException($"There is no ready kit \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name));

    /// <summary>The parsed spec of a ready kit.</summary>
    /// <exception cref="ArgumentException">There is no kit of that name.</exception>
    public static PortraitSpec Get(string name) => PortraitSpec.Parse(GetJson(name)).Value;
}
