using System.Text.Json;
using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>
/// What a headshot must look like: the document a brand kit turns into. Immutable; a parsed spec is within its ranges.
/// Its JSON form is described by <see cref="Schema"/>; fields that are left out take the defaults given here.
/// </summary>
public sealed record PortraitSpec
{
    /// <summary>The kit's name for people, 1 to 80 characters.</summary>
    public string Name { get; init; } = "Headshot";

    /// <summary>Where editors find the schema; not read.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? SchemaAddress { get; init; }

    public BackgroundSpec Background { get; init; } = new SolidBackground();

    public FramingSpec Framing { get; init; } = new();

    public LightSpec Light { get; init; } = new();

    public RetouchSpec Retouch { get; init; } = new();

    public AttireSpec Attire { get; init; } = new();

    public OutputSpec Output { get; init; } = new();

    /// <summary>The JSON Schema (draft 2020-12) of the document.</summary>
    public static string Schema => EmbeddedText.Read("portrait-spec.schema.json");

    /// <summary>Reads a document; every problem names its place and what is allowed.</summary>
    public static Result<PortraitSpec, SpecErrors> Parse(string json)
    {
        PortraitSpec? spec;
        try
        {
            spec = JsonSerializer.Deserialize<PortraitSpec>(json, SpecJson.Options);
        }
        catch (JsonException e)
        {
            return new SpecErrors([SpecError.From(e)]);
        }
        catch (NotSupportedException)
        {
            // The reader's way of saying that it cannot tell which of the backgrounds is meant.
            return new SpecErrors([new SpecError("$.background", "The \"type\" is missing: solid, linear or radial.")]);
        }

        if (spec is null)
        {
            return new SpecErrors([new SpecError("$", "The document is null; an object is expected.")]);
        }

        IReadOnlyList<SpecError> errors = [.. SpecRules.Check(spec)];
        return errors.Count == 0 ? spec : new SpecErrors(errors);
    }

    public string ToJson() => JsonSerializer.Serialize(this, SpecJson.Options);
}

/// <summary>What is wrong with a document, at least one.</summary>
public sealed record SpecErrors(IReadOnlyList<SpecError> Errors)
{
    public override string ToString() => string.Join(Environment.NewLine, Errors);
}

/// <param name="Path">Where: a JSON path such as <c>$.framing.faceHeight</c>.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
/// <param name="Line">1-based line in the document, when known.</param>
/// <param name="Column">1-based byte position in that line, when known.</param>
public sealed record SpecError(string Path, string Message, long? Line = null, long? Column = null)
{
    public override string ToString() => Line is { } line ? $"{Path} (line {line}): {Message}" : $"{Path}: {Message}";

    internal static SpecError From(JsonException e)
    {
        string message = e.Message;
        int tail = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return new SpecError(
            e.Path ?? "$",
            tail > 0 ? message[..tail] : message,
            e.LineNumber + 1,
            e.BytePositionInLine + 1);
    }
}
