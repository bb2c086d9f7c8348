using System.Reflection;

namespace Headshots.Studio.Specs;

/// <summary>The ranges of what is done to light, clothes and the drawing.</summary>
internal static class TreatmentRules
{
    private const int MostColours = 8;

    public static IEnumerable<SpecError?> Light(LightSpec light) =>
    [
        SpecRules.OneOf("$.light.key", light.Key, LightSpec.Keys),
        SpecRules.Range("$.light.strength", light.Strength, 0, 1),
        SpecRules.Range("$.light.balance", light.Balance, 0, 1),
        SpecRules.Range("$.light.shadows", light.Shadows, 0, 1),
        SpecRules.Range("$.light.clarity", light.Clarity, 0, 1),
        SpecRules.Range("$.light.sharpness", light.Sharpness, 0, 1),
    ];

    public static IEnumerable<SpecError?> Attire(AttireSpec attire)
    {
        yield return SpecRules.OneOf("$.attire.mode", attire.Mode, AttireSpec.Modes);
        if (attire.Mode == "recolour" && attire.Colour is null)
        {
            yield return new("$.attire.colour", "To recolour clothes, say the colour, for instance \"#1F3A5F\".");
        }

        if (!KitAssets.IsName(attire.Garment))
        {
            yield return new(
                "$.attire.garment",
                $"The garment is one of {string.Join(", ", AttireSpec.Garments)}, or the name of a file that comes with the kit.");
        }

        foreach (PropertyInfo anchor in attire.Anchors is null ? [] : typeof(GarmentAnchors).GetProperties())
        {
            string name = char.ToLowerInvariant(anchor.Name[0]) + anchor.Name[1..];
            yield return SpecRules.Range($"$.attire.anchors.{name}", (float)anchor.GetValue(attire.Anchors)!, 0, 1);
        }
    }

    public static IEnumerable<SpecError?> Avatar(AvatarSpec avatar)
    {
        yield return SpecRules.OneOf("$.avatar.style", avatar.Style, AvatarSpec.Styles);
        yield return SpecRules.Range("$.avatar.size", avatar.Size, 64, 2048);
        if (avatar.Palette is not { Count: <= MostColours })
        {
            yield return new("$.avatar.palette", $"A list of up to {MostColours} colours is expected.");
        }
    }
}
