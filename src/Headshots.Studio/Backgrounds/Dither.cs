using System.Numerics;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// What keeps smooth colours from showing as steps in eight bits: interleaved gradient noise (Jimenez, "Next Generation
/// Post Processing in Call of Duty", SIGGRAPH 2014), even over any small neighbourhood and the same on every run.
/// </summary>
internal static class Dither
{
    private const float AlongX = 0.06711056f;
    private const float AlongY = 0.00583715f;
    private const float Spread = 52.9829189f;

    /// <summary>−½ to ½ of an eight-bit step, to be added to an encoded value.</summary>
    public static float At(int x, int y)
    {
        float f = (AlongX * x) + (AlongY * y);
        f = Spread * (f - MathF.Floor(f));
        return (f - MathF.Floor(f) - 0.5f) / 255;
    }

    /// <summary>The same for a whole row.</summary>
    /// <param name="y">The row.</param>
    /// <param name="row">A whole number of vectors long, as a planar image's stride is.</param>
    public static void Fill(int y, Span<float> row)
    {
        Vector<float> x = Vector.CreateSequence(0f, 1f);
        Vector<float> start = new(AlongY * y);
        for (int i = 0; i < row.Length; i += Vector<float>.Count)
        {
            Vector<float> f = (x * AlongX) + start;
            f = (f - Vector.Floor(f)) * Spread;
            ((f - Vector.Floor(f) - new Vector<float>(0.5f)) * (1f / 255)).CopyTo(row[i..]);
            x += new Vector<float>(Vector<float>.Count);
        }
    }
}
