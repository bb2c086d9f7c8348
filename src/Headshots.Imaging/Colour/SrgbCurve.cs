using System.Numerics;
using System.Runtime.CompilerServices;

namespace Headshots.Imaging;

/// <summary>
/// The sRGB transfer curve (IEC 61966-2-1) between encoded values and linear light, both in [0, 1].
/// The forms for spans are polynomials fitted at Chebyshev nodes, within 10⁻⁶ of the exact curve: 1/4000 of an 8-bit
/// step. They clamp to [0, 1] first.
/// </summary>
public static class SrgbCurve
{
    private const float EncodedKnee = 0.04045f;
    private const float LinearKnee = 0.0031308f;

    /// <summary>Linear light of each byte.</summary>
    public static ReadOnlySpan<float> OfByte => Bytes;

    private static readonly float[] Bytes = BuildBytes();

    /// <summary>Exact decoding; negative values mirror the curve.</summary>
    public static double ToLinear(double encoded)
    {
        double v = Math.Abs(encoded);
        return Math.CopySign(v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4), encoded);
    }

    /// <summary>Exact encoding; negative values mirror the curve.</summary>
    public static double ToEncoded(double linear)
    {
        double v = Math.Abs(linear);
        return Math.CopySign(v <= 0.0031308 ? v * 12.92 : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055, linear);
    }

    /// <summary>Exact decoding of R, G, B.</summary>
    public static Vector3 ToLinear(Vector3 encoded) =>
        new((float)ToLinear((double)encoded.X), (float)ToLinear((double)encoded.Y), (float)ToLinear((double)encoded.Z));

    /// <summary>Exact encoding of R, G, B.</summary>
    public static Vector3 ToEncoded(Vector3 linear) =>
        new((float)ToEncoded((double)linear.X), (float)ToEncoded((double)linear.Y), (float)ToEncoded((double)linear.Z));

    /// <summary>Encoded to linear; the spans may be the same.</summary>
    public static void Decode(ReadOnlySpan<float> encoded, Span<float> linear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(linear.Length, encoded.Length);
        int i = 0;
        for (; i <= encoded.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Decode(new Vector<float>(encoded[i..])).CopyTo(linear[i..]);
        }

        if (i < encoded.Length)
        {
            Span<float> rest = stackalloc float[Vector<float>.Count];
            encoded[i..].CopyTo(rest);
            Decode(new Vector<float>(rest)).CopyTo(rest);
            rest[..(encoded.Length - i)].CopyTo(linear[i..]);
        }
    }

    /// <summary>Linear to encoded; the spans may be the same.</summary>
    public static void Encode(ReadOnlySpan<float> linear, Span<float> encoded)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(encoded.Length, linear.Length);
        int i = 0;
        for (; i <= linear.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Encode(new Vector<float>(linear[i..])).CopyTo(encoded[i..]);
        }

        if (i < linear.Length)
        {
            Span<float> rest = stackalloc float[Vector<float>.Count];
            linear[i..].CopyTo(rest);
            Encode(new Vector<float>(rest)).CopyTo(rest);
            rest[..(linear.Length - i)].CopyTo(encoded[i..]);
        }
    }

    /// <summary>Encoded to linear, within 10⁻⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Decode(Vector<float> encoded)
    {
        Vector<float> v = Vector.Min(Vector.Max(encoded, Vector<float>.Zero), Vector<float>.One);

        // ((v + 0.055)/1.055)^2.4 as a polynomial of the root of the base, which is smooth down to the knee.
        Vector<float> t = Vector.SquareRoot((v + new Vector<float>(0.055f)) * new Vector<float>(1 / 1.055f));
        Vector<float> p = new(-0.035226501524448395f);
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(0.8073983788490295f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(0.31305795907974243f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(-0.11194553226232529f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(0.03162908926606178f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(-0.005298633594065905f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(0.00038514164043590426f));
        return Vector.ConditionalSelect(
            Vector.LessThanOrEqual(v, new Vector<float>(EncodedKnee)), v * new Vector<float>(1 / 12.92f), p);
    }

    /// <summary>Linear to encoded, within 10⁻⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Encode(Vector<float> linear)
    {
        Vector<float> v = Vector.Min(Vector.Max(linear, Vector<float>.Zero), Vector<float>.One);

        // 1.055·v^(1/2.4) − 0.055 as a polynomial of the fourth root.
        Vector<float> t = Vector.SquareRoot(Vector.SquareRoot(v));
        Vector<float> p = new(0.08616805076599121f);
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(-0.4981685280799866f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(1.273505687713623f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(-1.9126774072647095f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(1.9170143604278564f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(-1.4611108303070068f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(1.540772795677185f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(0.11226324737071991f));
        p = Vector.FusedMultiplyAdd(p, t, new Vector<float>(-0.05776723101735115f));
        Vector<float> encoded = Vector.ConditionalSelect(
            Vector.LessThanOrEqual(v, new Vector<float>(LinearKnee)), v * new Vector<float>(12.92f), p);
        return Vector.Min(encoded, Vector<float>.One);
    }

    private static float[] BuildBytes()
    {
        var table = new float[256];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (float)ToLinear(i / 255.0);
        }

        return table;
    }
}
