namespace Headshots.Imaging;

/// <summary>How different two colours look; about 1 is just noticeable side by side.</summary>
public static class ColourDifference
{
    private const double Degree = Math.PI / 180;
    private const double Power25To7 = 6103515625.0;

    /// <summary>ΔE*ab 1976: the distance in L*a*b*.</summary>
    public static double Cie76(Lab a, Lab b) =>
        Math.Sqrt(((a.L - b.L) * (a.L - b.L)) + ((a.A - b.A) * (a.A - b.A)) + ((a.B - b.B) * (a.B - b.B)));

    /// <summary>The signed turn from one hue to another, −180 to 180 degrees.</summary>
    public static double HueTurn(Lab from, Lab to)
    {
        double turn = to.Hue - from.Hue;
        return turn > 180 ? turn - 360 : turn <= -180 ? turn + 360 : turn;
    }

    /// <summary>ΔE00, CIE 142-2001 with kL = kC = kH = 1, in the form of Sharma, Wu and Dalal 2005.</summary>
    public static double Ciede2000(Lab a, Lab b)
    {
        double meanChroma7 = Math.Pow((a.Chroma + b.Chroma) / 2, 7);
        double g = 1 + (0.5 * (1 - Math.Sqrt(meanChroma7 / (meanChroma7 + Power25To7))));
        var p = new Lab(a.L, a.A * g, a.B);
        var q = new Lab(b.L, b.A * g, b.B);

        bool neutral = p.Chroma * q.Chroma == 0;
        double turn = neutral ? 0 : HueTurn(p, q);
        double lightness = q.L - p.L;
        double chroma = q.Chroma - p.Chroma;
        double hue = 2 * Math.Sqrt(p.Chroma * q.Chroma) * Math.Sin(turn * Degree / 2);

        double meanLightness = (p.L + q.L) / 2;
        double meanChroma = (p.Chroma + q.Chroma) / 2;
        double meanHue = MeanHue(p, q, neutral);
        double t = 1
            - (0.17 * Math.Cos((meanHue - 30) * Degree))
            + (0.24 * Math.Cos(2 * meanHue * Degree))
            + (0.32 * Math.Cos(((3 * meanHue) + 6) * Degree))
            - (0.20 * Math.Cos(((4 * meanHue) - 63) * Degree));
        double fromMiddle = (meanLightness - 50) * (meanLightness - 50);
        double chroma7 = Math.Pow(meanChroma, 7);
        double blue = 30 * Math.Exp(-Math.Pow((meanHue - 275) / 25, 2));
        double rotation = -2 * Math.Sqrt(chroma7 / (chroma7 + Power25To7)) * Math.Sin(2 * blue * Degree);

        lightness /= 1 + (0.015 * fromMiddle / Math.Sqrt(20 + fromMiddle));
        chroma /= 1 + (0.045 * meanChroma);
        hue /= 1 + (0.015 * meanChroma * t);
        return Math.Sqrt((lightness * lightness) + (chroma * chroma) + (hue * hue) + (rotation * chroma * hue));
    }

    private static double MeanHue(Lab p, Lab q, bool neutral)
    {
        double sum = p.Hue + q.Hue;
        return neutral ? sum
            : Math.Abs(p.Hue - q.Hue) <= 180 ? sum / 2
            : sum < 360 ? (sum + 360) / 2
            : (sum - 360) / 2;
    }
}
