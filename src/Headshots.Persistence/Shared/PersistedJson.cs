using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Headshots.Core.BrandKits;
using Headshots.Core.Headshots;
using Headshots.Core.Rendering;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Shared;

/// <summary>Documents inside rows: read and written whole, never asked into.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TenantSettings))]
[JsonSerializable(typeof(KitDocument))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(HeadshotFigures))]
[JsonSerializable(typeof(IReadOnlyList<Selfie>))]
[JsonSerializable(typeof(IReadOnlyList<Rendition>))]
[JsonSerializable(typeof(Rendition))]
[JsonSerializable(typeof(IReadOnlyList<VerdictReason>))]
internal sealed partial class PersistedJson : JsonSerializerContext
{
    public const int Unlimited = -1;
}

internal static class JsonColumn
{
    /// <summary>Stores an immutable document.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property, JsonTypeInfo<T> type)
        where T : class
    {
        property.HasMaxLength(PersistedJson.Unlimited).HasConversion(
            value => JsonSerializer.Serialize(value, type),
            text => JsonSerializer.Deserialize(text, type)!,
            new ValueComparer<T>((a, b) => Equals(a, b), value => value.GetHashCode(), value => value));
        return property;
    }

    /// <summary>Stores an immutable document that may be missing.</summary>
    public static PropertyBuilder<T?> IsOptionalJson<T>(this PropertyBuilder<T?> property, JsonTypeInfo<T> type)
        where T : class
    {
        property.HasMaxLength(PersistedJson.Unlimited).HasConversion(
            value => JsonSerializer.Serialize(value!, type),
            text => JsonSerializer.Deserialize(text, type),
            new ValueComparer<T?>((a, b) => Equals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
        return property;
    }

    /// <summary>Stores a list of immutable items.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> IsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property, JsonTypeInfo<IReadOnlyList<T>> type)
    {
        property.HasMaxLength(PersistedJson.Unlimited).HasConversion(
            value => JsonSerializer.Serialize(value, type),
            text => JsonSerializer.Deserialize(text, type)!,
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
        return property;
    }
}
