using System.Numerics;
using System.Runtime.InteropServices;

namespace Headshots.Imaging;

/// <summary>Keeps samples within [0, 1].</summary>
internal static class UnitRange
{
    public static void Clamp(Span<float> samples)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(samples);
        foreach (ref Vector<float> v in vectors)
        {
            v = Vector.Min(Vector.Max(v, Vector<float>.Zero), Vector<float>.One);
        }

        foreach (ref float s in samples[(vectors.Length * Vector<float>.Count)..])
        {
            s = Math.Clamp(s, 0f, 1f);
        }
    }
}
