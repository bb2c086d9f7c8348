using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headshots.Web.Admin.Kits;

/// <summary>Values of a spec as a form holds them, and back. Forms speak English numbers whatever the reader's language, as browsers do.</summary>
internal static class SpecText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static string Of(JsonNode? value) => value switch
    {
        null => string.Empty,
        JsonArray list => string.Join(' ', list.Select(Of)),
        _ => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
    };

    /// <summary>Null when the text is none of that kind; the studio then says what is allowed.</summary>
    public static JsonNode? Value(SpecField field, string text) => field.Kind switch
    {
        SpecFieldKind.Number or SpecFieldKind.Whole => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text),
        SpecFieldKind.Switch => JsonValue.Create(text is "true" or "on"),
        SpecFieldKind.Colours => new JsonArray([.. text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(c => (JsonNode?)JsonValue.Create(c))]),
        _ => JsonValue.Create(text),
    };

    /// <summary>What stands at a path of a document.</summary>
    public static JsonNode? At(JsonNode? document, string path) =>
        path.Split('.').Aggregate(document, (node, name) => node is JsonObject there ? there[name] : null);

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonObject Parse(string json) => JsonNode.Parse(json, documentOptions: Lenient) as JsonObject ?? throw new JsonException("A kit is a JSON object.");

    public static string Pretty(JsonNode document) => document.ToJsonString(Indented);

    public static string Pretty(string json)
    {
        try
        {
            return Pretty(Parse(json));
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
