using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>Lays a region found on the small figure on the edges of the picture itself.</summary>
internal static class SoftRegion
{
    /// <summary>Of the guided filter, in inter-eye distances: more than a pixel of the small figure, less than a collar.</summary>
    private const float Radius = 0.055f;

    /// <summary>Regularisation on [0, 1] colours.</summary>
    private const float Epsilon = 2e-5f;

    /// <summary>What the filter leaves below or above counts as outside or inside.</summary>
    private const float Outside = 0.2f;
    private const float Inside = 0.8f;

    /// <summary>How far beyond its edge a region can change, in pixels of the picture.</summary>
    public static int ReachOf(SmallFigure figure) => (2 * RadiusOf(figure)) + (int)(3 / figure.Scale.Y);

    /// <param name="band">Of the picture: the guide.</param>
    /// <param name="figure">The picture's small copy.</param>
    /// <param name="region">Row after row of the small copy.</param>
    /// <returns>1 channel, 0 to 1, the band's size; the caller's to dispose.</returns>
    public static PlanarImage Refine(LowerBand band, SmallFigure figure, bool[] region)
    {
        using PlanarImage small = PlanarImage.Rent(figure.Width, figure.Height, 1);
        for (int y = 0; y < figure.Height; y++)
        {
            Span<float> row = small.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = region[(y * figure.Width) + x] ? 1 : 0;
            }
        }

        PlanarImage soft = PlanarImage.Rent(band.Picture.Width, band.Picture.Height, 1);
        try
        {
            float top = band.Top * figure.Scale.Y;
            Resampler.Resize(small, new RectF(0, top, figure.Width, figure.Height - top), soft);
            int radius = RadiusOf(figure);
            ColourGuidedFilter.Apply(band.Picture, soft, soft, radius, Epsilon, subsample: radius >= 4 ? 2 : 1);
            Stretch(soft.Plane(0));
            return soft;
        }
        catch
        {
            soft.Dispose();
            throw;
        }
    }

    private static int RadiusOf(SmallFigure figure) =>
        Math.Max(2, (int)MathF.Round(Radius * figure.InterEye / figure.Scale.X));

    private static void Stretch(Span<float> plane)
    {
        for (int i = 0; i < plane.Length; i++)
        {
            float t = Math.Clamp((plane[i] - Outside) / (Inside - Outside), 0, 1);
            plane[i] = t * t * (3 - (2 * t));
        }
    }
}
