using System.Numerics;
using System.Runtime.CompilerServices;

namespace Headshots.Imaging;

/// <summary>
/// Colour conversions of whole images, on vectors and <see cref="PixelThreads"/>. A fourth channel (alpha) is left
/// alone. Source and target may be the same image.
/// </summary>
public static unsafe class PlanarColour
{
    private const int MinRowsPerChunk = 32;

    // CIE 15: (6/29)³, and the slope and intercept of the curve's linear part.
    private const float CurveKnee = 216f / 24389;
    private const float CurveSlope = 841f / 108;
    private const float CurveZero = 4f / 29;

    /// <summary>sRGB-encoded to linear light, within 10⁻⁶; clamps to [0, 1].</summary>
    public static void Decode(PlanarImage encoded, PlanarImage linear) => ForPlanes(encoded, linear, decode: true);

    /// <summary>Linear light to sRGB-encoded, within 10⁻⁶; clamps to [0, 1].</summary>
    public static void Encode(PlanarImage linear, PlanarImage encoded) => ForPlanes(linear, encoded, decode: false);

    /// <summary>Relative luminance Y of linear light: 3 or 4 channels to one.</summary>
    public static void Luminance(PlanarImage linear, PlanarImage luminance)
    {
        Check(linear, 3, luminance, 1);
        Vector3 weights = Xyz.FromLinearSrgb.Row2;
        PixelThreads.ForRows(linear.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                for (int x = 0; x < linear.Stride; x += Vector<float>.Count)
                {
                    Vector<float> sum = weights.X * Vector.Load(linear.Address(0, y) + x);
                    sum += weights.Y * Vector.Load(linear.Address(1, y) + x);
                    sum += weights.Z * Vector.Load(linear.Address(2, y) + x);
                    sum.Store(luminance.Address(0, y) + x);
                }
            }
        });
    }

    /// <summary>sRGB-encoded to <see cref="Lab"/>: L* in 0–100, a*, b*; within 10⁻³ of the exact values.</summary>
    public static void ToLab(PlanarImage encoded, PlanarImage lab)
    {
        Check(encoded, 3, lab, 3);
        ColourMatrix toCurve = Xyz.FromLinearSrgb.Then(ColourMatrix.Diagonal(Vector3.One / Xyz.D65));
        PixelThreads.ForRows(encoded.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                for (int x = 0; x < encoded.Stride; x += Vector<float>.Count)
                {
                    Vector<float> r = SrgbCurve.Decode(Vector.Load(encoded.Address(0, y) + x));
                    Vector<float> g = SrgbCurve.Decode(Vector.Load(encoded.Address(1, y) + x));
                    Vector<float> b = SrgbCurve.Decode(Vector.Load(encoded.Address(2, y) + x));
                    Vector<float> fx = Curve((toCurve.Row1.X * r) + (toCurve.Row1.Y * g) + (toCurve.Row1.Z * b));
                    Vector<float> fy = Curve((toCurve.Row2.X * r) + (toCurve.Row2.Y * g) + (toCurve.Row2.Z * b));
                    Vector<float> fz = Curve((toCurve.Row3.X * r) + (toCurve.Row3.Y * g) + (toCurve.Row3.Z * b));
                    ((116f * fy) - new Vector<float>(16)).Store(lab.Address(0, y) + x);
                    (500f * (fx - fy)).Store(lab.Address(1, y) + x);
                    (200f * (fy - fz)).Store(lab.Address(2, y) + x);
                }
            }
        });
    }

    /// <summary><see cref="Lab"/> to sRGB-encoded, clamped to [0, 1].</summary>
    public static void FromLab(PlanarImage lab, PlanarImage encoded)
    {
        Check(lab, 3, encoded, 3);
        ColourMatrix fromCurve = ColourMatrix.Diagonal(Xyz.D65).Then(Xyz.ToLinearSrgb);
        PixelThreads.ForRows(lab.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                for (int x = 0; x < lab.Stride; x += Vector<float>.Count)
                {
                    Vector<float> fy = (Vector.Load(lab.Address(0, y) + x) + new Vector<float>(16)) * (1f / 116);
                    Vector<float> px = Uncurve(fy + (Vector.Load(lab.Address(1, y) + x) * (1f / 500)));
                    Vector<float> pz = Uncurve(fy - (Vector.Load(lab.Address(2, y) + x) * (1f / 200)));
                    Vector<float> py = Uncurve(fy);
                    Row(fromCurve.Row1, px, py, pz).Store(encoded.Address(0, y) + x);
                    Row(fromCurve.Row2, px, py, pz).Store(encoded.Address(1, y) + x);
                    Row(fromCurve.Row3, px, py, pz).Store(encoded.Address(2, y) + x);
                }
            }
        });

        static Vector<float> Row(Vector3 m, Vector<float> x, Vector<float> y, Vector<float> z) =>
            SrgbCurve.Encode((m.X * x) + (m.Y * y) + (m.Z * z));
    }

    private static void ForPlanes(PlanarImage source, PlanarImage target, bool decode)
    {
        Check(source, 1, target, 1);
        int channels = Math.Min(3, Math.Min(source.Channels, target.Channels));
        PixelThreads.ForRows(source.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                for (int c = 0; c < channels; c++)
                {
                    if (decode)
                    {
                        SrgbCurve.Decode(source.Row(c, y), target.Row(c, y));
                    }
                    else
                    {
                        SrgbCurve.Encode(source.Row(c, y), target.Row(c, y));
                    }
                }
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Curve(Vector<float> t)
    {
        // A third of the exponent, by arithmetic on the bits, is within 4 % of the root; two Halley steps finish it.
        Vector<float> v = Vector.Max(t, new Vector<float>(CurveKnee));
        Vector<float> bits = Vector.ConvertToSingle(Vector.AsVectorInt32(v));
        Vector<float> root = Vector.AsVectorSingle(Vector.ConvertToInt32((bits * (1f / 3)) + new Vector<float>(709_921_077f)));
        for (int step = 0; step < 2; step++)
        {
            Vector<float> cube = root * root * root;
            root *= (cube + v + v) / (cube + cube + v);
        }

        return Vector.ConditionalSelect(
            Vector.GreaterThan(t, new Vector<float>(CurveKnee)), root, (t * CurveSlope) + new Vector<float>(CurveZero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Uncurve(Vector<float> f) =>
        Vector.ConditionalSelect(
            Vector.GreaterThan(f, new Vector<float>(6f / 29)), f * f * f, (f - new Vector<float>(CurveZero)) * (1 / CurveSlope));

    private static void Check(PlanarImage source, int sourceChannels, PlanarImage target, int targetChannels)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Channels, sourceChannels, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Channels, targetChannels, nameof(target));
        if (source.Width != target.Width || source.Height != target.Height)
        {
            throw new ArgumentException("Source and target differ in size.", nameof(target));
        }
    }
}
