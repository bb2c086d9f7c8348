using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headshots.Studio.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    Converters = [typeof(StatusConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PortraitReport))]
internal sealed partial class ReportJson : JsonSerializerContext;

internal sealed class StatusConverter() : JsonStringEnumConverter<PortraitStatus>(JsonNamingPolicy.CamelCase);
