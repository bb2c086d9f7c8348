using Headshots.Studio.Specs;

namespace Headshots.Studio.Light;

/// <summary>Local contrast and sharpness of the finished picture.</summary>
internal static class Finisher
{
    public static void Finish(Composition composition, LightSpec spec)
    {
    }
}
