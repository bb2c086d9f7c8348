using Headshots.Studio.Specs;

namespace Headshots.Studio.Retouching;

/// <summary>Calms skin and leaves what belongs to the person.</summary>
internal static class Retoucher
{
    public static void Retouch(Composition composition, RetouchSpec spec)
    {
    }
}
