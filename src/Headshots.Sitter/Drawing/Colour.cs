using System.Numerics;

namespace Headshots.Sitter.Drawing;

/// <summary>sRGB and Lab for single colours (IEC 61966-2-1; CIE 1976, white D65).</summary>
internal static class Colour
{
    public static Vector3 White { get; } = new(0.95047f, 1, 1.08883f);

    public static float ToLinear(float s) => s <= 0.04045f ? s / 12.92f : MathF.Pow((s + 0.055f) / 1.055f, 2.4f);

    public static float ToSrgb(float l) => l <= 0.0031308f ? l * 12.92f : (1.055f * MathF.Pow(l, 1 / 2.4f)) - 0.055f;

    public static Vector3 ToLinear(Vector3 s) => new(ToLinear(s.X), ToLinear(s.Y), ToLinear(s.Z));

    public static Vector3 LabToLinear(float lightness, float a, float b)
    {
        float fy = (lightness + 16) / 116;
        float x = Inverse(fy + (a / 500)) * White.X, y = Inverse(fy), z = Inverse(fy - (b / 200)) * White.Z;
        return new Vector3(
            (3.2404542f * x) - (1.5371385f * y) - (0.4985314f * z),
            (-0.9692660f * x) + (1.8760108f * y) + (0.0415560f * z),
            (0.0556434f * x) - (0.2040259f * y) + (1.0572252f * z));
    }

    public static Vector3 LinearToLab(Vector3 rgb)
    {
        float x = (0.4124564f * rgb.X) + (0.3575761f * rgb.Y) + (0.1804375f * rgb.Z);
        float y = (0.2126729f * rgb.X) + (0.7151522f * rgb.Y) + (0.0721750f * rgb.Z);
        float z = (0.0193339f * rgb.X) + (0.1191920f * rgb.Y) + (0.9503041f * rgb.Z);
        float fx = Forward(x / White.X), fy = Forward(y), fz = Forward(z / White.Z);
        return new Vector3((116 * fy) - 16, 500 * (fx - fy), 200 * (fy - fz));
    }

    /// <summary>
    /// A skin albedo, linear, with exactly this typology angle: b* runs along measured skin (yellowest in the middle of
    /// the range), and L* = 50 + b*·tan ITA follows from the definition.
    /// </summary>
    public static Vector3 Skin(float itaDegrees)
    {
        float t = (itaDegrees - 12) / 55;
        float b = 19.5f - (6.5f * t * t);
        float a = 11.2f - (1.6f * t * t) - (0.8f * t);
        b = Math.Max(b, 7.5f);
        float lightness = Math.Clamp(50 + (b * MathF.Tan(itaDegrees * MathF.PI / 180)), 12, 88);
        return LabToLinear(lightness, a, b);
    }

    /// <summary>ITA of a linear colour, in degrees.</summary>
    public static float Ita(Vector3 linear)
    {
        Vector3 lab = LinearToLab(linear);
        return MathF.Atan2(lab.X - 50, lab.Z) * 180 / MathF.PI;
    }

    /// <summary>
    /// Linear sRGB of a black body, scaled to luminance 1: chromaticity by Kim's cubic fit of the Planckian locus
    /// (valid from 1667 K to 25000 K), divided by the fit at 6504 K so that this is exactly neutral.
    /// </summary>
    public static Vector3 Temperature(float kelvin) => Planck(kelvin) / Planck(6504);

    private static Vector3 Planck(float kelvin)
    {
        double t = 1000.0 / kelvin;
        double x = kelvin <= 4000
            ? (-0.2661239 * t * t * t) - (0.2343589 * t * t) + (0.8776956 * t) + 0.179910
            : (-3.0258469 * t * t * t) + (2.1070379 * t * t) + (0.2226347 * t) + 0.240390;
        double y = kelvin switch
        {
            <= 2222 => (-1.1063814 * x * x * x) - (1.34811020 * x * x) + (2.18555832 * x) - 0.20219683,
            <= 4000 => (-0.9549476 * x * x * x) - (1.37418593 * x * x) + (2.09137015 * x) - 0.16748867,
            _ => (3.0817580 * x * x * x) - (5.87338670 * x * x) + (3.75112997 * x) - 0.37001483,
        };
        float bigX = (float)(x / y), bigZ = (float)((1 - x - y) / y);
        return Vector3.Max(
            new Vector3(0.01f),
            new Vector3(
                (3.2404542f * bigX) - 1.5371385f - (0.4985314f * bigZ),
                (-0.9692660f * bigX) + 1.8760108f + (0.0415560f * bigZ),
                (0.0556434f * bigX) - 0.2040259f + (1.0572252f * bigZ)));
    }

    private static float Forward(float t) => t > 0.008856f ? MathF.Cbrt(t) : (7.787f * t) + (16f / 116);

    private static float Inverse(float f) => f > 0.206893f ? f * f * f : (f - (16f / 116)) / 7.787f;
}
