using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>
/// Whether a document has the fields and kinds of values a spec has. Looked at before it is read, since the reader's own
/// complaints speak of this program's types, and stop at the first.
/// </summary>
internal static class SpecShape
{
    private static readonly Dictionary<Type, string> _scalars = new()
    {
        [typeof(string)] = "text in quotes",
        [typeof(int)] = "a whole number",
        [typeof(float)] = "a number",
        [typeof(bool)] = "true or false",
        [typeof(RgbColour)] = "a colour such as \"#E6E9ED\"",
    };

    public static IEnumerable<SpecError> Check(JsonElement document) => document.ValueKind == JsonValueKind.Null
        ? [new SpecError("$", "The document is null; an object is expected.")]
        : Value(document, typeof(PortraitSpec), "$");

    private static IEnumerable<SpecError> Value(JsonElement value, Type type, string path)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value.ValueKind == JsonValueKind.Null)
        {
            // Of sections and texts that are null, the rules tell.
            return type == plain && type.IsValueType ? [new SpecError(path, "null is not allowed; leave the field out to get its default.")] : [];
        }

        if (value.ValueKind == JsonValueKind.String && !IsUnicode(value))
        {
            return [new SpecError(path, "The text holds half of a \\u pair, which is no character.")];
        }

        if (_scalars.TryGetValue(plain, out string? expected))
        {
            return IsScalar(value, plain) ? [] : [Expected(path, expected, value)];
        }

        JsonTypeInfo info = SpecJson.Options.GetTypeInfo(plain);
        if (info.Kind == JsonTypeInfoKind.Enumerable)
        {
            return value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((e, i) => Value(e, info.ElementType!, $"{path}[{i}]"))
                : [Expected(path, "a list in square brackets", value)];
        }

        return value.ValueKind == JsonValueKind.Object ? Object(value, info, path) : [Expected(path, "an object in curly brackets", value)];
    }

    private static bool IsUnicode(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsScalar(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.String => type == typeof(string) || (type == typeof(RgbColour) && RgbColour.TryParse(value.GetString(), out _)),
        JsonValueKind.Number => type == typeof(float) || (type == typeof(int) && value.TryGetInt32(out _)),
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
        _ => false,
    };

    private static IEnumerable<SpecError> Object(JsonElement value, JsonTypeInfo info, string path)
    {
        string? kindField = info.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (kindField is not null)
        {
            JsonDerivedType[] kinds = [.. info.PolymorphismOptions!.DerivedTypes];
            string names = string.Join(", ", kinds.Select(k => k.TypeDiscriminator));
            if (!value.TryGetProperty(kindField, out JsonElement kind))
            {
                return [new SpecError(path, $"The \"{kindField}\" is missing; it is one of {names}.")];
            }

            string? name = kind.ValueKind == JsonValueKind.String ? kind.GetString() : null;
            JsonDerivedType[] meant = [.. kinds.Where(k => (string?)k.TypeDiscriminator == name)];
            if (meant.Length == 0)
            {
                return [new SpecError($"{path}.{kindField}", $"The \"{kindField}\" is one of {names}; here it is {kind.GetRawText()}.")];
            }

            info = SpecJson.Options.GetTypeInfo(meant[0].DerivedType);
        }

        return Fields(value, info, kindField, path);
    }

    private static IEnumerable<SpecError> Fields(JsonElement value, JsonTypeInfo info, string? kindField, string path)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty field in value.EnumerateObject())
        {
            string place = $"{path}.{field.Name}";
            if (!seen.Add(field.Name))
            {
                yield return new SpecError(place, "The field is there twice.");
                continue;
            }

            JsonPropertyInfo? known = info.Properties.FirstOrDefault(p => p.Name == field.Name);
            if (known is null && field.Name != kindField)
            {
                IEnumerable<string> names = info.Properties.Select(p => p.Name).Where(n => n != "$schema");
                yield return new SpecError(
                    place, $"There is no such field here; there are {string.Join(", ", kindField is null ? names : names.Prepend(kindField))}.");
            }

            foreach (SpecError error in known is null ? [] : Value(field.Value, known.PropertyType, place))
            {
                yield return error;
            }
        }
    }

    private static SpecError Expected(string path, string expected, JsonElement value) => new(path, $"Expected is {expected}; here is {Kind(value)}.");

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => value.GetRawText() is { Length: <= 40 } text ? text : "a long text",
        _ => value.GetRawText() is { Length: <= 40 } text ? text : "a long number",
    };
}
