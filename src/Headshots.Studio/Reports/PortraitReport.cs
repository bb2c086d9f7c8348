using System.Text.Json;

namespace Headshots.Studio.Reports;

/// <summary>What was seen in a photo and what was done with it; <c>report.json</c> beside every headshot.</summary>
public sealed record PortraitReport
{
    public required PortraitStatus Status { get; init; }

    /// <summary>Why there is no headshot; empty when there is one.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What a careful photographer would mention though the headshot was made.</summary>
    public IReadOnlyList<Reason> Warnings { get; init; } = [];

    /// <summary>The uploaded photo; null when it could not be read.</summary>
    public PhotoReport? Photo { get; init; }

    /// <summary>The sitter's face; null when none was found.</summary>
    public FaceReport? Face { get; init; }

    /// <summary>How the head sits in the headshot; null when none was made.</summary>
    public FramingReport? Framing { get; init; }

    /// <summary>From where the photo was taken and what was done about it; null when no headshot was made.</summary>
    public PerspectiveReport? Perspective { get; init; }

    /// <summary>What was done to the light; null when no headshot was made.</summary>
    public LightReport? Light { get; init; }

    /// <summary>What became of the clothes; null when no headshot was made.</summary>
    public AttireReport? Attire { get; init; }

    /// <summary>How good the headshot is; null when none was made.</summary>
    public ScoresReport? Scores { get; init; }

    /// <summary>That it still is the person; null when no headshot was made.</summary>
    public LikenessReport? Likeness { get; init; }

    /// <summary>The files made besides the headshot.</summary>
    public IReadOnlyList<RenditionReport> Renditions { get; init; } = [];

    /// <summary>The picture this report speaks of: the headshot, or the upright photo when none was made.</summary>
    public ImageReport? Image { get; init; }

    /// <summary>Milliseconds by stage, in the order the stages ran.</summary>
    public IReadOnlyDictionary<string, double> Timings { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.PortraitReport);

    /// <summary>The report as a JSON tree, to be put inside another document.</summary>
    public JsonElement ToJsonElement() => JsonSerializer.SerializeToElement(this, ReportJson.Default.PortraitReport);
}

/// <summary>How a photo ended.</summary>
public enum PortraitStatus
{
    /// <summary>A headshot was made (or, when only inspecting, would be made).</summary>
    Rendered,

    /// <summary>The photo was read, but no good headshot can be made of it: the reasons say why.</summary>
    Refused,

    /// <summary>The file is not a photo this program can read.</summary>
    Unreadable,
}

/// <param name="Code">Stable, for programs: <c>no_face</c>, <c>too_dark</c> …</param>
/// <param name="Message">One sentence for the sitter: what is wrong.</param>
/// <param name="Advice">One sentence for the sitter: what to do.</param>
public sealed record Reason(string Code, string Message, string Advice);

/// <param name="Format">By content, not by extension: <c>jpeg</c>, <c>png</c> …</param>
/// <param name="Width">Pixels of the upright photo.</param>
/// <param name="Height">Pixels of the upright photo.</param>
/// <param name="Turned">
/// Degrees clockwise by which the photo was turned because its sitter lay: 0, 90, 180 or 270, on top of what the camera
/// noted. All coordinates of the report are those of the turned photo.
/// </param>
public sealed record PhotoReport(string Format, int Width, int Height, int Turned = 0);

/// <param name="Box">Brows to chin, roughly, in pixels of the upright photo.</param>
/// <param name="InterEyePixels">Distance between the irises in pixels of the upright photo.</param>
/// <param name="Yaw">Degrees, positive when the nose points to the right of the picture.</param>
/// <param name="Pitch">Degrees, positive when the nose points up.</param>
/// <param name="Roll">Degrees, positive when the head leans clockwise in the picture.</param>
public sealed record FaceReport(BoxReport Box, double InterEyePixels, double Yaw, double Pitch, double Roll)
{
    /// <summary>
    /// How far the upper lid stays above the middle of the pupil, in radii of the iris, mean of both eyes: about 1
    /// relaxed, 0.4 narrow, below 0.1 closed. Eyes differ: it compares photos of one person, not people.
    /// </summary>
    public double EyeOpening { get; init; }
}

/// <summary>A rectangle in pixels, y downwards.</summary>
public sealed record BoxReport(double X, double Y, double Width, double Height);

/// <param name="FaceHeight">Chin to crown as a share of the frame's height.</param>
/// <param name="EyeLine">The eyes' distance from the top as a share of the frame's height.</param>
/// <param name="CentreOffset">How far the face's middle lies right of the frame's middle, as a share of its width.</param>
/// <param name="Requested">What the spec asked for; differs where the photo had no room.</param>
public sealed record FramingReport(double FaceHeight, double EyeLine, double CentreOffset, RequestedFraming? Requested)
{
    /// <summary>Where the person was carried on beyond the photo's edge; null where that was not needed.</summary>
    public ExtensionReport? Extended { get; init; }
}

/// <summary>How far the person was carried on beyond each edge of the photo, as shares of the frame's height.</summary>
/// <param name="Left">At the left.</param>
/// <param name="Top">Above.</param>
/// <param name="Right">At the right.</param>
/// <param name="Bottom">Below.</param>
public sealed record ExtensionReport(double Left, double Top, double Right, double Bottom);

/// <param name="FaceHeight">As in <see cref="FramingReport"/>.</param>
/// <param name="EyeLine">As in <see cref="FramingReport"/>.</param>
/// <param name="CentreOffset">As in <see cref="FramingReport"/>; the spec's own and the look-room of a turned head.</param>
/// <param name="Aspect">Width to height, for instance <c>4:5</c>.</param>
public sealed record RequestedFraming(double FaceHeight, double EyeLine, double CentreOffset, string Aspect);

/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="EffectiveWidth">How many of the photo's own pixels span the width: less than it means enlargement.</param>
public sealed record ImageReport(int Width, int Height, int EffectiveWidth);
