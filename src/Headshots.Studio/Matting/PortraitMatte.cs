using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;

namespace Headshots.Studio.Matting;

/// <summary>
/// The alpha of a framed picture: the network's mask, laid on the picture's own edges by a wide colour guided filter
/// (He, Sun, Tang 2013), corrected by what colours say where the mask is in doubt (<see cref="ColourEvidence"/>),
/// solved for in the band about its outline (<see cref="BandSolve"/>), and laid on the strands by a narrow guided filter.
/// </summary>
internal static class PortraitMatte
{
    /// <summary>The wide filter's radius as a share of the longer side.</summary>
    private const float WideRadius = 0.010f;

    /// <summary>Regularisation on [0, 1] colours: edges fainter than about √ε are smoothed over.</summary>
    private const float WideEpsilon = 1e-5f;
    private const float NarrowEpsilon = 1e-6f;

    /// <summary>
    /// The network is never quite sure of a dark wall behind dark hair; a faint belief that stretches over a whole area
    /// would show as smoke.
    /// </summary>
    private const float Unlikely = 0.3f;
    private const float Likely = 0.75f;

    /// <summary>The solve and the filters leave a veil on both sides of the edge; what is below or above counts as clear or solid.</summary>
    private const float Clear = 0.1f;
    private const float Solid = 0.9f;

    /// <param name="picture">3 channels, sRGB-encoded, as framed.</param>
    /// <param name="rough">1 channel, 0 to 1, the picture's size: the network's belief as laid on the picture.</param>
    /// <returns>1 channel, 0 to 1, the picture's size; the caller's to dispose.</returns>
    public static PlanarImage Refine(PlanarImage picture, PlanarImage rough) => Refine(picture, rough, null, out _);

    /// <param name="picture">3 channels, sRGB-encoded, as framed.</param>
    /// <param name="rough">1 channel, 0 to 1, the picture's size: the network's belief as laid on the picture.</param>
    /// <param name="space">Where the photo lies in the picture; null where it is all of the photo.</param>
    /// <param name="doubt">How far alpha may be off in the mean (<see cref="EdgeDoubt"/>).</param>
    /// <returns>1 channel, 0 to 1, the picture's size; the caller's to dispose.</returns>
    public static PlanarImage Refine(PlanarImage picture, PlanarImage rough, FrameSpace? space, out float doubt)
    {
        PlanarImage alpha = PlanarImage.Rent(picture.Width, picture.Height, 1);
        try
        {
            int radius = Math.Max(2, (int)MathF.Round(WideRadius * Math.Max(picture.Width, picture.Height)));
            using (PlanarImage likely = PlanarImage.Rent(picture.Width, picture.Height, 1))
            {
                Stretch(rough, likely, Unlikely, Likely);
                ColourGuidedFilter.Apply(picture, likely, alpha, radius, WideEpsilon, subsample: 2);
            }

            Clamp(alpha);
            using LayerColours layers = new(picture, rough);
            ColourEvidence.Apply(picture, layers, alpha);
            BandSolve.Apply(picture, rough, layers, alpha);
            Clamp(alpha);
            ColourGuidedFilter.Apply(picture, alpha, alpha, Math.Max(1, radius / 2), NarrowEpsilon, subsample: radius < 8 ? 1 : 2);
            Stretch(alpha, alpha, Clear, Solid);
            FaintIslands.Remove(alpha);
            doubt = EdgeDoubt.Measure(layers, alpha, space);
            return alpha;
        }
        catch
        {
            alpha.Dispose();
            throw;
        }
    }

    /// <summary>The matte of a whole photo, at most 2,048 pixels long; zero where nobody looked for the sitter.</summary>
    public static PlanarImage OfPhoto(RgbImage photo, MaskRaster mask)
    {
        const float Longest = 2048;
        float scale = Math.Min(1, Longest / Math.Max(photo.Width, photo.Height));
        int width = Math.Max(1, (int)MathF.Round(photo.Width * scale));
        int height = Math.Max(1, (int)MathF.Round(photo.Height * scale));
        using PlanarImage picture = PlanarImage.Rent(width, height, 3);
        Resampler.Resize(photo, new RectF(0, 0, photo.Width, photo.Height), picture);
        Matrix3x2 toPhoto = Matrix3x2.CreateScale((float)photo.Width / width, (float)photo.Height / height);
        using PlanarImage rough = mask.LaidOn(width, height, toPhoto);
        PlanarImage alpha = Refine(picture, rough);
        for (int y = 0; y < height; y++)
        {
            Span<float> row = alpha.Row(0, y);
            float photoY = (y + 0.5f) * toPhoto.M22;
            for (int x = 0; x < width; x++)
            {
                float photoX = (x + 0.5f) * toPhoto.M11;
                bool looked = photoX >= mask.Region.X && photoX <= mask.Region.Right
                    && photoY >= mask.Region.Y && photoY <= mask.Region.Bottom;
                row[x] = looked ? row[x] : 0;
            }
        }

        return alpha;
    }

    private static void Clamp(PlanarImage alpha)
    {
        foreach (ref float a in alpha.Plane(0))
        {
            a = Math.Clamp(a, 0, 1);
        }
    }

    private static void Stretch(PlanarImage from, PlanarImage to, float low, float high)
    {
        ReadOnlySpan<float> source = from.Plane(0);
        Span<float> target = to.Plane(0);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Math.Clamp((source[i] - low) / (high - low), 0, 1);
        }
    }
}
