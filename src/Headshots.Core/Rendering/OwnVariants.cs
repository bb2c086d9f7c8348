using Headshots.Core.BrandKits;

namespace Headshots.Core.Rendering;

/// <summary>
/// Variants that fill up a kit which has few: they change light and retouching only, nothing a brand would mind. Headshots note
/// a variant by its name, so a name stays what it is; readers are shown a translation by its code.
/// </summary>
public static class OwnVariants
{
    private static readonly (string Code, KitVariant Variant)[] Known =
    [
        ("soft_light", new("Soft light", """{"light":{"key":"soft-left","strength":0.35}}""")),
        ("untouched", new("Untouched", """{"retouch":{"strength":0},"light":{"key":"as-shot"}}""")),
    ];

    public static IReadOnlyList<KitVariant> All { get; } = [.. Known.Select(k => k.Variant)];

    /// <summary>Stable: <c>soft_light</c>; null for a name that a kit gave.</summary>
    public static string? CodeOf(string name) => Known.FirstOrDefault(k => k.Variant.Name == name).Code;
}
