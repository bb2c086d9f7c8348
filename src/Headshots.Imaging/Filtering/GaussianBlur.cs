namespace Headshots.Imaging;

/// <summary>Blurs by nearly a Gaussian: three box means, whose widths give the wanted variance as nearly as odd widths can.</summary>
public static class GaussianBlur
{
    private const int Passes = 3;

    /// <summary>
    /// Blurs every channel; at the edges only what lies inside the image counts. The variance is met within
    /// (σ + 0.5)/3 square pixels. The time does not depend on σ. Method: Kovesi, "Fast almost-Gaussian filtering", 2010.
    /// </summary>
    /// <param name="source">Any finite values.</param>
    /// <param name="target">Another image of the same size and channels.</param>
    /// <param name="sigma">Standard deviation in pixels, 0.8 or more: three boxes cannot imitate less.</param>
    public static void Apply(PlanarImage source, PlanarImage target, float sigma)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(sigma, 0.8f);
        (int radius, int larger) = Radii(sigma);
        using PlanarImage between = PlanarImage.Rent(source.Width, source.Height, source.Channels);
        BoxFilter.Mean(source, target, radius + (larger > 0 ? 1 : 0));
        BoxFilter.Mean(target, between, radius + (larger > 1 ? 1 : 0));
        BoxFilter.Mean(between, target, radius + (larger > 2 ? 1 : 0));
    }

    /// <summary>The smaller radius, and how many of the passes use one more.</summary>
    internal static (int Radius, int Larger) Radii(float sigma)
    {
        // A box of odd width w has variance (w² − 1)/12, and variances add.
        double wanted = 12.0 * sigma * sigma;
        int width = (int)Math.Sqrt((wanted / Passes) + 1);
        width -= width % 2 == 0 ? 1 : 0;
        double larger = (wanted - (Passes * ((width * (double)width) - 1))) / ((4 * width) + 4);
        return ((width - 1) / 2, Math.Clamp((int)Math.Round(larger), 0, Passes));
    }
}
