namespace Headshots.Web.Admin.Kits;

internal enum SpecFieldKind
{
    /// <summary>A share or an angle, moved by a slider.</summary>
    Number,
    Whole,
    Choice,
    Switch,
    Colour,
    Colours,
    Text,
}

/// <summary>One field of a portrait spec, as its schema describes it.</summary>
/// <param name="Name">In forms and texts: <c>framing.faceHeight</c>; a background's carry its type: <c>background.linear.from</c>.</param>
/// <param name="Path">In the document: <c>framing.faceHeight</c>, <c>background.from</c>.</param>
/// <param name="Kind">How it is asked for.</param>
/// <param name="Minimum">Of a number.</param>
/// <param name="Maximum">Of a number.</param>
/// <param name="Default">As text; empty where there is none.</param>
/// <param name="Choices">All that it can be; empty where it is free.</param>
internal sealed record SpecField(
    string Name, string Path, SpecFieldKind Kind, double? Minimum, double? Maximum, string Default, IReadOnlyList<string> Choices)
{
    public string Section => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Of which type of background; null for fields of all others.</summary>
    public string? BackgroundType => Section == SpecFields.Background ? Name.Split('.')[1] : null;
}
