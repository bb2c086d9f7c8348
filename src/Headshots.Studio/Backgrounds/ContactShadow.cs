using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// The soft shade that shoulders leave on a backdrop not far behind them; without it a person before a plain light
/// wall looks pasted. Only near the person, so that a brand's colour is met everywhere else, and not on white, which is
/// meant to run into the page around the picture.
/// </summary>
internal static class ContactShadow
{
    /// <summary>The share of light it takes at most.</summary>
    private const float Strength = 0.10f;

    /// <summary>How far it reaches, as a share of the picture's width.</summary>
    private const float Reach = 0.06f;

    private const int Reduction = 8;

    /// <summary>Whether a backdrop is plain, and light but not white.</summary>
    public static bool Suits(BackgroundSpec spec) => spec switch
    {
        SolidBackground solid => IsLight(solid.Colour),
        LinearBackground linear => IsLight(linear.From) || IsLight(linear.To),
        RadialBackground radial => IsLight(radial.Inner),
        _ => false,
    };

    /// <param name="background">3 channels, sRGB-encoded; changed.</param>
    /// <param name="alpha">Who is person.</param>
    /// <param name="from">The row where it begins to show, that of the mouth: a head has no wall so near behind it.</param>
    /// <param name="to">The row from which on it is at its full strength, that of the shoulders.</param>
    public static void Cast(PlanarImage background, PlanarImage alpha, float from, float to)
    {
        int width = Math.Max(1, alpha.Width / Reduction);
        int height = Math.Max(1, alpha.Height / Reduction);
        using PlanarImage small = PlanarImage.Rent(width, height, 1);
        using PlanarImage soft = PlanarImage.Rent(width, height, 1);
        Resampler.Resize(alpha, new RectF(0, 0, alpha.Width, alpha.Height), small, new ResizeOptions { Kernel = ResizeKernel.Area });
        int radius = Math.Max(1, (int)(Reach * width / 2));
        BoxFilter.Mean(small, soft, radius);
        BoxFilter.Mean(soft, small, radius);
        using PlanarImage shade = PlanarImage.Rent(alpha.Width, alpha.Height, 1);
        Resampler.Resize(small, new RectF(0, 0, width, height), shade, new ResizeOptions { Kernel = ResizeKernel.Bilinear });
        PixelThreads.ForRows(background.Height, 32, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                float t = Math.Clamp((y - from) / Math.Max(1, to - from), 0, 1);
                if (t > 0)
                {
                    Darken(background, shade.Row(0, y), Strength * t * t * (3 - (2 * t)), y);
                }
            }
        });
    }

    /// <summary>Encoded values fall by the root of what the light falls by, near enough for a tenth of it.</summary>
    private static void Darken(PlanarImage background, ReadOnlySpan<float> shade, float strength, int y)
    {
        for (int c = 0; c < 3; c++)
        {
            Span<float> row = background.Row(c, y);
            for (int x = 0; x < row.Length; x++)
            {
                float darker = strength * shade[x] / 2.2f;
                if (darker > 1e-4f)
                {
                    row[x] = (row[x] * (1 - darker)) + Dither.At(x, y);
                }
            }
        }
    }

    private static bool IsLight(RgbColour colour) => colour.Luminance is > 0.3f and < 0.93f;
}
