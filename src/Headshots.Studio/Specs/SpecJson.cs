using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headshots.Studio.Specs;

/// <summary>Strict reading: an unknown or doubled field is an error, because a typing mistake must not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowOutOfOrderMetadataProperties = true,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(PortraitSpec))]
internal sealed partial class SpecJson : JsonSerializerContext;
