using System.Text.Json.Serialization;

namespace Headshots.Web.Localisation;

[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class TextsJson : JsonSerializerContext;
