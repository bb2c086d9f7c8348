using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// CIE 1976 L*a*b* relative to sRGB's own white, D65 (no adaptation to the D50 of print): what individual typology
/// angles of skin are measured in.
/// </summary>
/// <param name="L">Lightness, 0 to 100.</param>
/// <param name="A">Green to red.</param>
/// <param name="B">Blue to yellow.</param>
public readonly record struct Lab(double L, double A, double B)
{
    // CIE 15: the curve is linear below (6/29)³.
    private const double Delta = 6.0 / 29;

    public double Chroma => Math.Sqrt((A * A) + (B * B));

    /// <summary>h° in degrees, 0 (red) to 360, counted towards yellow; 0 for neutrals.</summary>
    public double Hue
    {
        get
        {
            double degrees = Math.Atan2(B, A) * 180 / Math.PI;
            return degrees < 0 ? degrees + 360 : degrees;
        }
    }

    /// <summary>
    /// Individual typology angle in degrees: atan2(L* − 50, b*), higher for lighter skin (Chardon et al. 1991).
    /// </summary>
    public double Ita => Math.Atan2(L - 50, B) * 180 / Math.PI;

    /// <param name="encoded">sRGB-encoded R, G, B in [0, 1].</param>
    public static Lab FromSrgb(Vector3 encoded) => FromLinear(SrgbCurve.ToLinear(encoded));

    /// <param name="linear">Linear-light sRGB, white at 1.</param>
    public static Lab FromLinear(Vector3 linear) => FromXyz(Xyz.FromLinear(linear));

    /// <param name="xyz">White has Y = 1.</param>
    public static Lab FromXyz(Vector3 xyz)
    {
        double x = Curve(xyz.X / (double)Xyz.D65.X);
        double y = Curve(xyz.Y / (double)Xyz.D65.Y);
        double z = Curve(xyz.Z / (double)Xyz.D65.Z);
        return new Lab((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    public Vector3 ToXyz()
    {
        double y = (L + 16) / 116;
        return new Vector3(
            (float)(Xyz.D65.X * Inverse(y + (A / 500))),
            (float)(Xyz.D65.Y * Inverse(y)),
            (float)(Xyz.D65.Z * Inverse(y - (B / 200))));
    }

    /// <summary>Linear-light sRGB; outside [0, 1] where sRGB lacks the colour.</summary>
    public Vector3 ToLinear() => Xyz.ToLinear(ToXyz());

    /// <summary>sRGB-encoded; outside [0, 1] where sRGB lacks the colour.</summary>
    public Vector3 ToSrgb() => SrgbCurve.ToEncoded(ToLinear());

    private static double Curve(double t) =>
        t > Delta * Delta * Delta ? Math.Cbrt(t) : (t / (3 * Delta * Delta)) + (4.0 / 29);

    private static double Inverse(double f) =>
        f > Delta ? f * f * f : 3 * Delta * Delta * (f - (4.0 / 29));
}
