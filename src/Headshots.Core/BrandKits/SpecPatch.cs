using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headshots.Core.BrandKits;

/// <summary>JSON merge patch, RFC 7396.</summary>
public static class SpecPatch
{
    private static readonly JsonNodeOptions Nodes = new() { PropertyNameCaseInsensitive = false };

    private static readonly JsonDocumentOptions Documents = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="JsonException">One of them is not JSON.</exception>
    public static string Apply(string document, string patch)
    {
        JsonNode? merged = Merge(JsonNode.Parse(document, Nodes, Documents), JsonNode.Parse(patch, Nodes, Documents));
        return merged?.ToJsonString() ?? "null";
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        JsonObject result = target is JsonObject there ? (JsonObject)there.DeepClone() : [];
        foreach ((string name, JsonNode? value) in changes)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Merge(result[name], value);
            }
        }

        return result;
    }
}
