using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Headshots.Sitter.Drawing;

/// <summary>Repeatable randomness: a counter-based hash (SplitMix64's finaliser), and smooth value noise over it.</summary>
internal static class Noise
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(uint x)
    {
        // 32-bit finaliser with low bias (Wellons, "Prospecting for hash functions", 2018).
        x ^= x >> 16;
        x *= 0x7FEB352D;
        x ^= x >> 15;
        x *= 0x846CA68B;
        return x ^ (x >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(int x, int y, int z) =>
        Hash(unchecked((uint)x + Hash(unchecked((uint)y + Hash((uint)z)))));

    /// <summary>[0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Unit(uint hash) => (hash >> 8) * (1f / (1 << 24));

    /// <summary>Value noise in [−1, 1], about one feature per unit.</summary>
    public static float Value(float x, float y, float z, int seed = 0)
    {
        float fx = MathF.Floor(x), fy = MathF.Floor(y), fz = MathF.Floor(z);
        int ix = (int)fx, iy = (int)fy, iz = (int)fz + (seed * 7919);
        float u = Smooth(x - fx), v = Smooth(y - fy), w = Smooth(z - fz);
        uint a = Hash((uint)iz), b = Hash((uint)(iz + 1));

        // The four edges of the cell along x, then the two ends of each: the same hash for all lanes.
        Vector128<uint> edges = Hash(Vector128.Create((uint)iy + a, (uint)(iy + 1) + a, (uint)iy + b, (uint)(iy + 1) + b));
        Vector128<float> from = Unit(Hash(edges + Vector128.Create((uint)ix))), to = Unit(Hash(edges + Vector128.Create((uint)(ix + 1))));
        Vector128<float> row = from + ((to - from) * u);
        float low = Lerp(row[0], row[1], v), high = Lerp(row[2], row[3], v);
        return (Lerp(low, high, w) * 2) - 1;
    }

    public static float Value(Vector3 p, int seed = 0) => Value(p.X, p.Y, p.Z, seed);

    public static float Value(Vector2 p, int seed = 0) => Value(p.X, p.Y, 0.37f, seed);

    /// <summary>Sum of octaves, about [−1, 1].</summary>
    public static float Fractal(Vector3 p, int octaves, int seed = 0)
    {
        float sum = 0, weight = 0.5f;
        for (int o = 0; o < octaves; o++, weight *= 0.5f, p *= 2.03f)
        {
            sum += weight * Value(p, seed + o);
        }

        return sum * 1.4f;
    }

    public static float Lerp(float a, float b, float t) => a + ((b - a) * t);

    /// <summary>0 below low, 1 above high, smooth between; low may be above high to turn it round.</summary>
    public static float Step(float low, float high, float x)
    {
        float t = Math.Clamp((x - low) / (high - low), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>exp(−r²/2), 1 at the centre.</summary>
    public static float Bump(float r) => MathF.Exp(-0.5f * r * r);

    /// <summary>A Gaussian blob with a radius per axis.</summary>
    public static float Blob(Vector3 p, Vector3 centre, Vector3 radius)
    {
        float r2 = ((p - centre) / radius).LengthSquared();
        return r2 > 18 ? 0 : MathF.Exp(-0.5f * r2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Hash(Vector128<uint> x)
    {
        x ^= x >>> 16;
        x *= 0x7FEB352D;
        x ^= x >>> 15;
        x *= 0x846CA68B;
        return x ^ (x >>> 16);
    }

    // 24 bits fit a float exactly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Unit(Vector128<uint> hash) => Vector128.ConvertToSingle((hash >>> 8).AsInt32()) * (1f / (1 << 24));

    private static float Smooth(float t) => t * t * (3 - (2 * t));
}

/// <summary>A stream of random numbers from a seed: the same on every machine and runtime version.</summary>
internal struct Lot(int seed)
{
    private readonly uint _seed = Noise.Hash((uint)seed ^ 0x9E3779B9);
    private uint _count;

    /// <summary>[0, 1).</summary>
    public float Next() => Noise.Unit(Noise.Hash(_seed + (_count++ * 0x9E3779B1)));

    public float Between(float low, float high) => low + ((high - low) * Next());

    public bool Chance(float probability) => Next() < probability;

    public T Pick<T>(IReadOnlyList<T> of) => of[(int)(Next() * of.Count)];

    /// <summary>Standard normal, by Box and Muller.</summary>
    public float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - Next())) * MathF.Cos(2 * MathF.PI * Next());
}
