using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Retouching;

/// <summary>
/// Finds light that skin mirrors rather than scatters. A pixel is d·skin + s·white (Shafer's dichromatic model, 1985):
/// where s is above the usual and the place is brighter than most of the face, part of the white is given the colour of
/// the skin instead, at less than its brightness. So a highlight becomes a softer one and never a grey patch.
/// </summary>
internal static class Shine
{
    /// <summary>Luminance over the skin's mean from which a place may shine, and from which all its excess does.</summary>
    private const float PerhapsBright = 1.15f;
    private const float Bright = 1.7f;

    /// <summary>How much of the excess is replaced at full strength, and the luminance that is put back.</summary>
    private const float Share = 0.8f;
    private const float GivenBack = 0.5f;

    /// <summary>In distances between the eyes: pores glitter and should.</summary>
    private const float Smoothing = 0.03f;

    /// <param name="linear">The patch in linear light.</param>
    /// <param name="weights">Its skin.</param>
    /// <param name="skin">The mean light of the skin.</param>
    /// <param name="interEye">Distance between the eyes in pixels of the patch.</param>
    /// <returns>1 channel: the excess of mirrored light; the caller's to dispose.</returns>
    public static PlanarImage Find(PlanarImage linear, PlanarImage weights, Vector3 skin, float interEye)
    {
        using PlanarImage rough = PlanarImage.Rent(linear.Width, linear.Height, 1);
        float luminance = Math.Max(Xyz.Luminance(skin), 1e-4f);
        Vector3 colour = skin / luminance;
        float contrast = Math.Max(colour.X - colour.Z, 0.05f);
        float usual = 0;
        float total = 1e-4f;
        for (int y = 0; y < linear.Height; y++)
        {
            Span<float> mirrored = rough.Row(0, y);
            ReadOnlySpan<float> red = linear.Row(0, y);
            ReadOnlySpan<float> blue = linear.Row(2, y);
            ReadOnlySpan<float> weight = weights.Row(0, y);
            for (int x = 0; x < mirrored.Length; x++)
            {
                mirrored[x] = blue[x] - ((red[x] - blue[x]) / contrast * colour.Z);
                usual += weight[x] * Math.Clamp(mirrored[x], -luminance, luminance);
                total += weight[x];
            }
        }

        usual /= total;
        for (int y = 0; y < linear.Height; y++)
        {
            Span<float> mirrored = rough.Row(0, y);
            ReadOnlySpan<float> red = linear.Row(0, y);
            ReadOnlySpan<float> green = linear.Row(1, y);
            ReadOnlySpan<float> blue = linear.Row(2, y);
            ReadOnlySpan<float> weight = weights.Row(0, y);
            for (int x = 0; x < mirrored.Length; x++)
            {
                Vector3 light = new(red[x], green[x], blue[x]);
                float bright = Math.Clamp(
                    ((Xyz.Luminance(light) / luminance) - PerhapsBright) / (Bright - PerhapsBright), 0, 1);
                mirrored[x] = weight[x] * bright * Math.Max(0, mirrored[x] - usual - (0.1f * luminance));
            }
        }

        PlanarImage excess = PlanarImage.Rent(linear.Width, linear.Height, 1);
        GaussianBlur.Apply(rough, excess, Math.Max(0.8f, Smoothing * interEye));
        return excess;
    }

    /// <summary>Linear light with a share of the mirrored excess taken away.</summary>
    /// <param name="light">Of a place.</param>
    /// <param name="excess">Of the place.</param>
    /// <param name="colour">The skin's light at luminance 1.</param>
    /// <param name="strength">0 to 1.</param>
    public static Vector3 Calm(Vector3 light, float excess, Vector3 colour, float strength) =>
        light + (Share * strength * excess * ((GivenBack * colour) - Vector3.One));
}
