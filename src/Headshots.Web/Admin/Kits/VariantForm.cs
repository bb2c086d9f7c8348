using System.Text.Json;
using System.Text.Json.Nodes;
using Headshots.Core.BrandKits;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin.Kits;

/// <summary>One choice for employees: what companies usually let them choose has fields, everything else is a patch.</summary>
internal sealed record VariantForm(string Name, string Light, string Retouch, string Background, string Rest)
{
    public const int Most = 5;

    public const string Marker = "variants";

    public static VariantForm Empty { get; } = new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);

    public static VariantForm Of(KitVariant variant)
    {
        JsonObject patch;
        try
        {
            patch = SpecText.Parse(variant.Patch);
        }
        catch (JsonException)
        {
            return new VariantForm(variant.Name, string.Empty, string.Empty, string.Empty, variant.Patch);
        }

        string light = Take(patch, "light", "key");
        string retouch = Take(patch, "retouch", "strength");
        string background = string.Empty;
        if (patch["background"] is JsonObject { Count: 2 } behind && SpecText.Of(behind["type"]) == "solid" && behind["colour"] is { } colour)
        {
            background = SpecText.Of(colour);
            patch.Remove("background");
        }

        return new VariantForm(variant.Name, light, retouch, background, patch.Count == 0 ? string.Empty : SpecText.Pretty(patch));
    }

    public static IReadOnlyList<KitVariant> Read(IFormCollection form)
    {
        List<KitVariant> variants = [];
        for (int i = 0; i < form["variant.name"].Count; i++)
        {
            VariantForm row = new(Cell("name", i), Cell("light", i), Cell("retouch", i), Cell("background", i), Cell("rest", i));
            if (row != Empty)
            {
                variants.Add(row.Variant);
            }
        }

        return variants;

        string Cell(string name, int at) => at < form[$"variant.{name}"].Count ? form[$"variant.{name}"][at]?.Trim() ?? string.Empty : string.Empty;
    }

    private KitVariant Variant
    {
        get
        {
            JsonObject patch;
            try
            {
                patch = Rest.Length == 0 ? [] : SpecText.Parse(Rest);
            }
            catch (JsonException)
            {
                // Kept as it was typed; the kit's rules say that it is no JSON.
                return new KitVariant(Name, Rest);
            }

            Set(patch, "light", "key", Light.Length == 0 ? null : JsonValue.Create(Light));
            Set(patch, "retouch", "strength", Retouch.Length == 0 ? null : SpecText.Value(new SpecField("retouch.strength", "retouch.strength", SpecFieldKind.Number, null, null, string.Empty, []), Retouch));
            if (Background.Length > 0)
            {
                patch["background"] = new JsonObject { ["type"] = "solid", ["colour"] = Background };
            }

            return new KitVariant(Name, patch.ToJsonString());
        }
    }

    private static string Take(JsonObject patch, string section, string name)
    {
        if (patch[section] is not JsonObject owner || owner[name] is not { } value)
        {
            return string.Empty;
        }

        owner.Remove(name);
        if (owner.Count == 0)
        {
            patch.Remove(section);
        }

        return SpecText.Of(value);
    }

    private static void Set(JsonObject patch, string section, string name, JsonNode? value)
    {
        if (value is not null)
        {
            if (patch[section] is not JsonObject owner)
            {
                patch[section] = owner = [];
            }

            owner[name] = value;
        }
    }
}
