using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headshots.Studio.Specs;

/// <summary>An sRGB colour, written <c>#RRGGBB</c>.</summary>
[JsonConverter(typeof(HexColourConverter))]
public readonly record struct HexColour(byte R, byte G, byte B)
{
    public static bool TryParse(string? text, out HexColour colour)
    {
        colour = default;
        if (text is not { Length: 7 } || text[0] != '#'
            || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
        {
            return false;
        }

        colour = new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    public override string ToString() => $"#{R:X2}{G:X2}{B:X2}";
}

internal sealed class HexColourConverter : JsonConverter<HexColour>
{
    public override HexColour Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HexColour.TryParse(reader.GetString(), out HexColour colour)
            ? colour
            : throw new JsonException("A colour is written as \"#RRGGBB\", for instance \"#E6E9ED\".");

    public override void Write(Utf8JsonWriter writer, HexColour value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
