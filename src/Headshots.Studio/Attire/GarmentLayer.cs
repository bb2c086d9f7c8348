using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>The garment as it lies in the lower band of the picture: drawn, as sharp as the photo, lit and grained.</summary>
internal static class GarmentLayer
{
    private const float WeaveStrength = 0.022f;

    /// <summary>4 channels, colours sRGB-encoded and premultiplied; where it covers the body it is opaque.</summary>
    /// <param name="garment">What is worn.</param>
    /// <param name="placement">Where it lies.</param>
    /// <param name="band">Its size and place; not changed.</param>
    /// <param name="cloth">The old clothes in the band: all of them are covered, wherever they are.</param>
    /// <param name="collar">Becomes the garment alone where it stands beside the neck: 1 channel.</param>
    /// <returns>The caller's to dispose.</returns>
    public static PlanarImage Draw(
        Garment garment, GarmentPlacement placement, LowerBand band, PlanarImage cloth, PlanarImage collar)
    {
        PlanarImage layer = PlanarImage.Rent(band.Picture.Width, band.Picture.Height, 4);
        PixelThreads.ForRows(layer.Height, 16, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Span<float> red = layer.Row(0, y);
                Span<float> green = layer.Row(1, y);
                Span<float> blue = layer.Row(2, y);
                Span<float> alpha = layer.Row(3, y);
                Span<float> stands = collar.Row(0, y);
                ReadOnlySpan<float> old = cloth.Row(0, y);
                for (int x = 0; x < red.Length; x++)
                {
                    Vector4 colour = Sample(garment, placement, x, band.Top + y + 0.5f, old[x], out stands[x]);
                    (red[x], green[x], blue[x], alpha[x]) = (colour.X, colour.Y, colour.Z, colour.W);
                }
            }
        });
        return layer;
    }

    /// <summary>Softens what is sharper than the photo.</summary>
    /// <param name="layer">As drawn.</param>
    /// <param name="enlargement">Pixels of the picture per pixel of the photo.</param>
    public static void Soften(PlanarImage layer, float enlargement)
    {
        using PlanarImage sharp = PlanarImage.Rent(layer.Width, layer.Height, 4);
        for (int channel = 0; channel < 4; channel++)
        {
            layer.Plane(channel).CopyTo(sharp.Plane(channel));
        }

        GaussianBlur.Apply(sharp, layer, Math.Clamp(0.55f * enlargement, 0.8f, 4));
        foreach (ref float alpha in layer.Plane(3))
        {
            alpha = Math.Clamp(alpha, 0, 1);
        }
    }

    /// <summary>Brings weave, light from the side, the chin's shadow and grain.</summary>
    /// <param name="layer">4 channels, premultiplied.</param>
    /// <param name="top">The band's first row in the picture.</param>
    /// <param name="light">Of the sitter.</param>
    /// <param name="chin">In the picture.</param>
    /// <param name="eye">Inter-eye distance in the picture.</param>
    public static void Light(PlanarImage layer, int top, SitterLight light, Vector2 chin, float eye)
    {
        // A factor on linear light is about its 2.2nd root on encoded values.
        float exposure = MathF.Pow(light.Exposure, 1 / 2.2f);
        PixelThreads.ForRows(layer.Height, 16, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                float below = Math.Max(0, top + y - chin.Y) / (0.62f * eye);
                for (int x = 0; x < layer.Width; x++)
                {
                    float beside = (x - chin.X) / eye;
                    float shade = 1 - (0.30f * MathF.Exp(-(below * below) - (beside * beside / 0.64f)));
                    float side = 1 + Math.Clamp(light.Slope * beside / 2.2f, -0.25f, 0.25f);
                    float factor = exposure * shade * side * (1 + (WeaveStrength * Weave(x, top + y)));
                    float grain = light.Noise * 1.5f * Random(x, top + y, 7) * layer.Row(3, y)[x];
                    for (int channel = 0; channel < 3; channel++)
                    {
                        ref float value = ref layer.Row(channel, y)[x];
                        value = Math.Min(Math.Max((value * factor) + grain, 0), layer.Row(3, y)[x]);
                    }
                }
            }
        });
    }

    private static Vector4 Sample(Garment garment, GarmentPlacement placement, int x, float y, float old, out float alone)
    {
        float row = placement.RowAt(x, y);
        Vector4 colour = row < 0 ? default : garment.At(placement.Columns[x], row);
        alone = placement.IsCollar(x, row) ? colour.W : 0;
        float needed = placement.BesideNeck[x] ? Math.Max(old, Math.Clamp(row - placement.Line[x], 0, 1)) : old;
        if (colour.W >= 1 || needed <= 0)
        {
            return colour;
        }

        Vector4 more = garment.At(placement.Columns[x], Math.Max(row, placement.FillTop[x]));
        return colour + (more * (needed * (1 - colour.W)));
    }

    /// <summary>−1 to 1: threads across and along, each a little different.</summary>
    private static float Weave(int x, int y) =>
        (0.4f * Random(x, y, 1)) + (0.35f * Random(x / 2, y, 2)) + (0.25f * Random(x, y / 3, 3));

    /// <summary>−1 to 1, the same for the same place: an integer hash (Wang, 2007).</summary>
    private static float Random(int x, int y, int seed)
    {
        uint h = ((uint)x * 73856093u) ^ ((uint)y * 19349663u) ^ ((uint)seed * 83492791u);
        h = (h ^ 61) ^ (h >> 16);
        h *= 9;
        h ^= h >> 4;
        h *= 0x27d4eb2d;
        h ^= h >> 15;
        return ((h & 0xFFFF) / 32767.5f) - 1;
    }
}
