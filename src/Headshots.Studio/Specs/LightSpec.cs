namespace Headshots.Studio.Specs;

/// <summary>How the sitter is lit, and the print made. Skin keeps its tone whatever is asked.</summary>
public sealed record LightSpec
{
    /// <summary><c>as-shot</c>: the photo's own light; <c>soft-left</c>, <c>soft-right</c>, <c>rembrandt</c>: a soft lamp is added.</summary>
    public string Key { get; init; } = "as-shot";

    /// <summary>Of the added lamp, 0 to 1.</summary>
    public float Strength { get; init; } = 0.5f;

    /// <summary>How much of a wrong exposure and of a colour cast is taken away, 0 to 1.</summary>
    public float Balance { get; init; } = 1;

    /// <summary>How much hard shadows on the face are lifted, 0 to 1.</summary>
    public float Shadows { get; init; } = 0.4f;

    /// <summary>Gentle local contrast, 0 to 1.</summary>
    public float Clarity { get; init; } = 0.3f;

    /// <summary>Sharpening that leaves noise alone, 0 to 1.</summary>
    public float Sharpness { get; init; } = 0.5f;

    internal static IReadOnlyList<string> Keys { get; } = ["as-shot", "soft-left", "soft-right", "rembrandt"];
}
