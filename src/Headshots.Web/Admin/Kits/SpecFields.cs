using System.Globalization;
using System.Text.Json.Nodes;
using Headshots.Core.Rendering;

namespace Headshots.Web.Admin.Kits;

/// <summary>
/// Every field that a kit's form must offer, read from the studio's own schema: a field that the studio learns appears here
/// without anybody remembering to add it. Sizes are a list and have a form of their own.
/// </summary>
internal sealed class SpecFields
{
    public const string Background = "background";

    private const string Reference = "#/$defs/";

    private readonly JsonNode _schema;

    public SpecFields(IPhotoStudio studio)
    {
        _schema = JsonNode.Parse(studio.SpecSchema)!;
        List<SpecField> fields = [];
        foreach (JsonNode? variant in _schema["$defs"]![Background]!["oneOf"]!.AsArray())
        {
            string type = variant!["properties"]!["type"]!["const"]!.GetValue<string>();
            BackgroundTypes = [.. BackgroundTypes, type];
            Read(variant, $"{Background}.{type}", Background, fields);
        }

        foreach (string section in (string[])["framing", "light", "retouch", "attire", "avatar", "output"])
        {
            Read(Resolved(_schema["properties"]![section]!), section, section, fields);
        }

        All = fields;
        JsonNode rendition = Resolved(_schema["properties"]!["output"]!)["properties"]!["renditions"]!["items"]!["properties"]!;
        Destinations = Texts(rendition["for"]!["enum"]!);
        Formats = Texts(rendition["format"]!["enum"]!);
    }

    public IReadOnlyList<SpecField> All { get; }

    public IReadOnlyList<string> BackgroundTypes { get; } = [];

    /// <summary>Places that a rendition can be for.</summary>
    public IReadOnlyList<string> Destinations { get; }

    /// <summary>Formats of a rendition.</summary>
    public IReadOnlyList<string> Formats { get; }

    public IEnumerable<SpecField> Of(string section) => All.Where(f => f.Section == section);

    private void Read(JsonNode owner, string name, string path, List<SpecField> fields)
    {
        foreach ((string property, JsonNode? declared) in owner["properties"]!.AsObject())
        {
            JsonNode field = Resolved(declared!);
            if (field["properties"] is not null)
            {
                Read(field, $"{name}.{property}", $"{path}.{property}", fields);
            }
            else if (field["const"] is null && KindOf(field) is { } kind)
            {
                JsonNode? standard = declared!["default"];
                fields.Add(new SpecField(
                    $"{name}.{property}",
                    $"{path}.{property}",
                    kind,
                    Bound(field, "minimum"),
                    Bound(field, "maximum"),
                    standard is null ? string.Empty : SpecText.Of(standard),
                    field["enum"] is { } choices ? Texts(choices) : []));
            }
        }
    }

    private SpecFieldKind? KindOf(JsonNode field) => field["enum"] is not null ? SpecFieldKind.Choice
        : field["pattern"]?.GetValue<string>().StartsWith("^#", StringComparison.Ordinal) == true ? SpecFieldKind.Colour
        : field["type"]?.GetValue<string>() switch
        {
            "number" => SpecFieldKind.Number,
            "integer" => SpecFieldKind.Whole,
            "boolean" => SpecFieldKind.Switch,
            "string" => SpecFieldKind.Text,
            "array" when Resolved(field["items"]!)["pattern"] is not null => SpecFieldKind.Colours,
            _ => null,
        };

    private JsonNode Resolved(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Reference, StringComparison.Ordinal)
            ? _schema["$defs"]![reference[Reference.Length..]]!
            : node;

    private static double? Bound(JsonNode field, string name) =>
        field[name] is { } bound ? double.Parse(bound.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<string> Texts(JsonNode array) => [.. array.AsArray().Select(n => n!.GetValue<string>())];
}
