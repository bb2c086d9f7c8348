using Headshots.Studio.Specs;

namespace Headshots.Studio.Light;

/// <summary>Exposure, colour and light of the sitter, before a background stands behind.</summary>
internal static class Developer
{
    public static void Develop(Composition composition, LightSpec spec)
    {
        composition.Light = new(0, 0, 0, spec.Key);
    }
}
