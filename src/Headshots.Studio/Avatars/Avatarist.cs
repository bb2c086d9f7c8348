using Headshots.Studio.Specs;

namespace Headshots.Studio.Avatars;

/// <summary>Draws the sitter from the finished headshot.</summary>
internal static class Avatarist
{
    /// <returns>Null when the kit asks for no drawing.</returns>
    public static PortraitFile? Draw(Composition headshot, PortraitSpec spec) => null;
}
