using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin.Kits;

/// <summary>The sizes of a kit: known destinations as boxes to tick, everything else as rows.</summary>
internal static class RenditionForm
{
    public const string Marker = "sizes";

    private static readonly SpecField[] Parts =
    [
        Part("for", SpecFieldKind.Text), Part("name", SpecFieldKind.Text), Part("width", SpecFieldKind.Whole), Part("height", SpecFieldKind.Whole),
        Part("format", SpecFieldKind.Text), Part("maxBytes", SpecFieldKind.Whole),
    ];

    /// <summary>Destinations that are ticked, with their format.</summary>
    public static IReadOnlyDictionary<string, string> Ticked(JsonObject spec) => Sizes(spec)
        .Where(IsPlain)
        .DistinctBy(s => SpecText.Of(s["for"]), StringComparer.Ordinal)
        .ToDictionary(s => SpecText.Of(s["for"]), s => SpecText.Of(s["format"]), StringComparer.Ordinal);

    /// <summary>All others, as rows of text by part.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(JsonObject spec)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return
        [
            .. Sizes(spec)
                .Where(s => !IsPlain(s) || !seen.Add(SpecText.Of(s["for"])))
                .Select(s => Parts.ToDictionary(p => p.Path, p => SpecText.Of(s[p.Path]), StringComparer.Ordinal)),
        ];
    }

    public static JsonArray Read(IFormCollection form)
    {
        JsonArray sizes = [];
        foreach (string? destination in form["size.for"])
        {
            JsonObject size = new() { ["for"] = destination };
            if (form[$"size.format.{destination}"].ToString() is { Length: > 0 } format)
            {
                size["format"] = format;
            }

            sizes.Add((JsonNode)size);
        }

        for (int i = 0; i < form["row.name"].Count; i++)
        {
            JsonObject size = [];
            foreach (SpecField part in Parts)
            {
                if (i < form[$"row.{part.Path}"].Count && form[$"row.{part.Path}"][i]?.Trim() is { Length: > 0 } text)
                {
                    size[part.Path] = SpecText.Value(part, text);
                }
            }

            if (size.Any(p => p.Key != "format"))
            {
                sizes.Add((JsonNode)size);
            }
        }

        return sizes;
    }

    private static IEnumerable<JsonObject> Sizes(JsonObject spec) =>
        SpecText.At(spec, "output.renditions") is JsonArray sizes ? sizes.OfType<JsonObject>() : [];

    private static bool IsPlain(JsonObject size) => size.ContainsKey("for") && size.All(p => p.Key is "for" or "format");

    private static SpecField Part(string name, SpecFieldKind kind) => new(name, name, kind, null, null, string.Empty, []);
}
