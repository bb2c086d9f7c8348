using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headshots.Web.Employee.Status;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LiveState))]
internal sealed partial class LiveJson : JsonSerializerContext;
