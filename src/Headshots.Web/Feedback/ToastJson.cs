using System.Text.Json.Serialization;

namespace Headshots.Web.Feedback;

[JsonSerializable(typeof(Toast))]
internal sealed partial class ToastJson : JsonSerializerContext;
