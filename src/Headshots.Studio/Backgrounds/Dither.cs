namespace Headshots.Studio.Backgrounds;

/// <summary>
/// What keeps smooth colours from showing as steps in eight bits: interleaved gradient noise (Jimenez, "Next Generation
/// Post Processing in Call of Duty", SIGGRAPH 2014), even over any small neighbourhood and the same on every run.
/// </summary>
internal static class Dither
{
    /// <summary>−½ to ½ of an eight-bit step, to be added to an encoded value.</summary>
    public static float At(int x, int y)
    {
        float f = (0.06711056f * x) + (0.00583715f * y);
        f = 52.9829189f * (f - MathF.Floor(f));
        return (f - MathF.Floor(f) - 0.5f) / 255;
    }
}
