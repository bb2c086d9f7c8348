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

    public AvatarSpec Avatar { get; init; } = new();

    public OutputSpec Output { get; init; } = new();

    /// <summary>The JSON Schema (draft 2020-12) of the document.</summary>
    public static string Schema => EmbeddedText.Read("portrait-spec.schema.json");

    /// <summary>Reads a document; every problem names its place and what is allowed.</summary>
    public static Result<PortraitSpec, SpecErrors> Parse(string json)
    {
        PortraitSpec spec;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, SpecJson.DocumentOptions);
            SpecError[] misshapen = [.. SpecShape.Check(document.RootElement)];
            if (misshapen.Length > 0)
            {
                return new SpecErrors(misshapen);
            }

            spec = document.Deserialize<PortraitSpec>(SpecJson.Options)!;
        }
        catch (JsonException e)
        {
            return new SpecErrors([SpecError.From(e, json)]);
        }
        catch (InvalidOperationException)
        {
            // How the reader answers a field's name that is no text.
            return new SpecErrors([new SpecError("$", "A field's name holds half of a \\u pair, which is no character.")]);
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

    /// <summary>Of a document that is not JSON; in our words, since the reader's speak of its own workings.</summary>
    internal static SpecError From(JsonException e, string json)
    {
        string message = "This is not JSON here: a comma, colon, quote, bracket or value is missing, or something is too much.";
        if (string.IsNullOrWhiteSpace(json))
        {
            message = "The document is empty; an object is expected, at least {}.";
        }
        else if (json.AsSpan().TrimEnd().Count('\n') <= e.LineNumber && EndsBefore(json, e))
        {
            message = "The document ends too early: a value, a quote or a closing bracket is missing.";
        }

        return new SpecError(e.Path ?? "$", message, e.LineNumber + 1, e.BytePositionInLine + 1);
    }

    /// <summary>Whether the reader met the end where it expected more.</summary>
    private static bool EndsBefore(string json, JsonException e)
    {
        string[] lines = json.Split('\n');
        return e.LineNumber >= lines.Length
            || e.BytePositionInLine >= System.Text.Encoding.UTF8.GetByteCount(lines[(int)e.LineNumber!].TrimEnd());
    }
}
