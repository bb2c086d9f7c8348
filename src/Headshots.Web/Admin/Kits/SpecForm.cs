using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin.Kits;

/// <summary>
/// Makes a spec of a posted form. Begins with the document that was edited, so that what no form knows stays; leaves out
/// what is the default anyway, so that a document says only what a company decided.
/// </summary>
internal static class SpecForm
{
    public const string Prefix = "spec.";

    public static JsonObject Read(SpecFields fields, JsonObject before, IFormCollection form)
    {
        JsonObject spec = (JsonObject)before.DeepClone();
        string type = form[Prefix + "background.type"].ToString();
        if (fields.BackgroundTypes.Contains(type))
        {
            spec[SpecFields.Background] = new JsonObject { ["type"] = type };
        }

        foreach (SpecField field in fields.All)
        {
            if (field.BackgroundType is { } owner && owner != type)
            {
                continue;
            }

            // A box that is not ticked is not posted: a hidden field before it says that it was there.
            if (form[Prefix + field.Name] is { Count: > 0 } posted)
            {
                string text = posted[^1]?.Trim() ?? string.Empty;
                Put(spec, field.Path, text.Length == 0 || text == field.Default ? null : SpecText.Value(field, text));
            }
        }

        if (form.ContainsKey(RenditionForm.Marker))
        {
            JsonArray sizes = RenditionForm.Read(form);
            Put(spec, "output.renditions", sizes.Count == 0 ? null : sizes);
        }

        return spec;
    }

    private static void Put(JsonObject document, string path, JsonNode? value)
    {
        string[] names = path.Split('.');
        JsonObject owner = document;
        List<(JsonObject Owner, string Name)> way = [];
        foreach (string name in names[..^1])
        {
            if (owner[name] is not JsonObject next)
            {
                if (value is null)
                {
                    return;
                }

                owner[name] = next = [];
            }

            way.Add((owner, name));
            owner = next;
        }

        if (value is not null)
        {
            owner[names[^1]] = value;
            return;
        }

        owner.Remove(names[^1]);
        for (int i = way.Count - 1; i >= 0 && way[i].Owner[way[i].Name] is JsonObject { Count: 0 }; i--)
        {
            way[i].Owner.Remove(way[i].Name);
        }
    }
}
