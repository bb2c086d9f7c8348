namespace Headshots.Studio.Specs;

/// <summary>How the head sits in the frame.</summary>
public sealed record FramingSpec
{
    /// <summary>Width to height: <c>1:1</c>, <c>4:5</c>, <c>3:4</c> or <c>2:3</c>.</summary>
    public string Aspect { get; init; } = "1:1";

    /// <summary>Chin to crown as a share of the frame's height, 0.40 to 0.80.</summary>
    public float FaceHeight { get; init; } = 0.62f;

    /// <summary>The eyes' distance from the top as a share of the frame's height, 0.25 to 0.60.</summary>
    public float EyeLine { get; init; } = 0.43f;

    /// <summary>
    /// How far the face's middle lies right of the frame's middle, as a share of the frame's width, −0.25 to 0.25.
    /// </summary>
    public float CentreOffset { get; init; }

    /// <summary>
    /// Room in front of a turned head: how far a head turned by 30° or more moves the other way, as a share of the
    /// frame's width, 0 to 0.15.
    /// </summary>
    public float LookRoom { get; init; } = 0.03f;

    /// <summary>Whether the photo is turned so that the eyes are level.</summary>
    public bool Level { get; init; } = true;

    /// <summary>How much of a close camera's distortion is undone, 0 (nothing) to 1 (as much as stays believable).</summary>
    public float Perspective { get; init; } = 1;

    /// <summary>
    /// The shape the headshot will be shown in, which must not cut the head: <c>none</c>, <c>circle</c> or <c>rounded</c>.
    /// </summary>
    public string Guide { get; init; } = "none";

    /// <summary>Width divided by height.</summary>
    internal float AspectRatio => Aspects[Aspect];

    internal static IReadOnlyDictionary<string, float> Aspects { get; } = new Dictionary<string, float>(StringComparer.Ordinal)
    {
        ["1:1"] = 1f,
        ["4:5"] = 4f / 5f,
        ["3:4"] = 3f / 4f,
        ["2:3"] = 2f / 3f,
    };

    internal static IReadOnlyList<string> Guides { get; } = ["none", "circle", "rounded"];
}
