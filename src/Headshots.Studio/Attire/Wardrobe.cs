using Headshots.Studio.Reports;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Attire;

/// <summary>Changes the clothes as the kit asks, or keeps them where a change would not look right.</summary>
internal static class Wardrobe
{
    public static void Dress(Composition composition, AttireSpec spec, KitAssets assets)
    {
        float? fitError = null;
        Reason? kept = spec switch
        {
            { Mode: "recolour", Colour: { } colour } => Recolouring.Apply(composition, colour),
            { Mode: "overlay" } => Overlaying.Apply(composition, spec, assets, out fitError),
            _ => null,
        };
        if (kept is not null)
        {
            composition.Warnings.Add(kept);
        }

        composition.Attire = new(spec.Mode, kept is null ? spec.Mode : "keep")
        {
            FitError = fitError is { } error ? Math.Round(error, 3) : null,
        };
    }
}
