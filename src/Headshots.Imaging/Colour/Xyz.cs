using System.Numerics;

namespace Headshots.Imaging;

/// <summary>CIE 1931 XYZ of linear-light sRGB, white with Y = 1 (IEC 61966-2-1, primaries of BT.709).</summary>
public static class Xyz
{
    /// <summary>Linear sRGB to XYZ, from the primaries' and D65's chromaticities.</summary>
    public static ColourMatrix FromLinearSrgb { get; } = new(
        new Vector3(0.4123908f, 0.3575843f, 0.1804808f),
        new Vector3(0.2126390f, 0.7151687f, 0.0721923f),
        new Vector3(0.0193308f, 0.1191948f, 0.9505322f));

    /// <summary>XYZ to linear sRGB.</summary>
    public static ColourMatrix ToLinearSrgb { get; } = FromLinearSrgb.Inverse();

    /// <summary>The white of sRGB: what (1, 1, 1) becomes, so that neutrals have a* = b* = 0.</summary>
    public static Vector3 D65 { get; } = FromLinearSrgb.Transform(Vector3.One);

    /// <summary>The white of ICC's connection space.</summary>
    public static Vector3 D50 { get; } = new(0.96422f, 1f, 0.82521f);

    public static Vector3 FromLinear(Vector3 linear) => FromLinearSrgb.Transform(linear);

    public static Vector3 ToLinear(Vector3 xyz) => ToLinearSrgb.Transform(xyz);

    /// <summary>Relative luminance Y of linear-light sRGB.</summary>
    public static float Luminance(Vector3 linear) => Vector3.Dot(FromLinearSrgb.Row2, linear);
}
