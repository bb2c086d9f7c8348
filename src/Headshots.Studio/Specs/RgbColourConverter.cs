using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.Imaging;

namespace Headshots.Studio.Specs;

/// <summary>Colours as brand books write them: <c>#RRGGBB</c>.</summary>
internal sealed class RgbColourConverter : JsonConverter<RgbColour>
{
    public override RgbColour Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RgbColour.TryParse(reader.GetString(), out RgbColour colour)
            ? colour
            : throw new JsonException("A colour is written as \"#RRGGBB\", for instance \"#E6E9ED\".");

    public override void Write(Utf8JsonWriter writer, RgbColour value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
