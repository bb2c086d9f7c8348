using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>The colour of one sitter's skin in one photo, and what is unlike it.</summary>
/// <param name="Red">ln(R/G) of linear light.</param>
/// <param name="Blue">ln(B/G).</param>
/// <param name="Light">Relative luminance.</param>
internal readonly record struct SkinModel(float Red, float Blue, float Light)
{
    /// <summary>Radius of a sample in inter-eye distances.</summary>
    private const float SampleRadius = 0.07f;

    /// <summary>Keeps the noise of dark pixels out of ratios between channels.</summary>
    private const float Floor = 0.003f;

    /// <summary>
    /// Skin varies towards red (lips, noses), hardly away from it: less red than this share of the skin's own redness,
    /// and by no less than the least, is something else.
    /// </summary>
    private const float RedLost = 0.5f;
    private const float LeastRedLost = 0.12f;

    /// <summary>Bluer than skin by this much, or away from it altogether.</summary>
    private const float Bluer = 0.45f;
    private const float Elsewhere = 0.9f;

    /// <summary>Darker than this share of the skin is a dark thing, or a deep shadow.</summary>
    private const float Dark = 0.12f;

    public static SkinModel Of(FacePatch patch, FaceMesh mesh, IReadOnlyList<int> points)
    {
        List<float> red = [];
        List<float> blue = [];
        List<float> light = [];
        int radius = Math.Max(1, (int)(SampleRadius * patch.EyeDistance));
        foreach (int point in points)
        {
            Vector2 at = Vector2.Transform(mesh.Flat(point), patch.FromPhoto);
            Vector3 sum = default;
            int count = 0;
            for (int y = Math.Max(0, (int)at.Y - radius); y < Math.Min(patch.Colour.Height, (int)at.Y + radius + 1); y++)
            {
                for (int x = Math.Max(0, (int)at.X - radius); x < Math.Min(patch.Colour.Width, (int)at.X + radius + 1); x++)
                {
                    sum += Pixel(patch.Colour, x, y);
                    count++;
                }
            }

            if (count > 0)
            {
                (float r, float b) = Ratios(sum / count);
                red.Add(r);
                blue.Add(b);
                light.Add(Vector3.Dot(sum / count, new Vector3(0.2126f, 0.7152f, 0.0722f)));
            }
        }

        return red.Count == 0 ? default : new SkinModel(Median(red), Median(blue), Median(light));
    }

    /// <summary>The share of an outline's pixels that are unlike this skin.</summary>
    public float Foreign(FacePatch patch, FaceMesh mesh, IReadOnlyList<int> outline)
    {
        bool[] inside = patch.Area(mesh, outline);
        int count = 0;
        int foreign = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i])
            {
                (int y, int x) = Math.DivRem(i, patch.Colour.Width);
                count++;
                foreign += IsForeign(Pixel(patch.Colour, x, y)) ? 1 : 0;
            }
        }

        return (float)foreign / Math.Max(count, 1);
    }

    public static float Luminance(PlanarImage colour, int x, int y) =>
        Vector3.Dot(Pixel(colour, x, y), new Vector3(0.2126f, 0.7152f, 0.0722f));

    public static float Median(List<float> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private bool IsForeign(Vector3 pixel)
    {
        float light = Vector3.Dot(pixel, new Vector3(0.2126f, 0.7152f, 0.0722f));
        if (light < Dark * Light)
        {
            return true;
        }

        (float red, float blue) = Ratios(pixel);
        return Red - red > Math.Max(LeastRedLost, RedLost * Red)
            || blue - Blue > Bluer
            || Vector2.Distance(new Vector2(red, blue), new Vector2(Red, Blue)) > Elsewhere;
    }

    private static (float Red, float Blue) Ratios(Vector3 pixel) =>
        (MathF.Log((pixel.X + Floor) / (pixel.Y + Floor)), MathF.Log((pixel.Z + Floor) / (pixel.Y + Floor)));

    private static Vector3 Pixel(PlanarImage colour, int x, int y) =>
        new(colour.Row(0, y)[x], colour.Row(1, y)[x], colour.Row(2, y)[x]);
}
