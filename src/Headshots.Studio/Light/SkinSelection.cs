using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>
/// Tells skin from what lies on it. The mesh says where skin should be; there, what has another chromaticity than most
/// of cheeks, nose and forehead, or is much darker than its surroundings, is hair, beard, glasses or shine. Only ratios
/// of light are compared, so that nothing depends on how dark skin is or how it is lit.
/// </summary>
internal static class SkinSelection
{
    /// <summary>Encoded value from which a channel counts as clipped, and below which it tells no colour.</summary>
    private const float Clipped = 0.985f;
    private const float Lightless = 0.02f;

    /// <summary>ln R/G and ln B/G: the least spread that skin is granted, and how many spreads away it ends.</summary>
    private const float LeastSpread = 0.05f;
    private const float SurelySkin = 2.5f;
    private const float HardlySkin = 5;

    /// <summary>ln Y against the surroundings: from where on it is too dark to be skin in a soft shadow.</summary>
    private const float DarkEdge = -0.5f;
    private const float DarkEnd = -1.0f;

    /// <summary>ln Y against the typical: a full beard is as dark as its surroundings, so these count no less than this.</summary>
    private const float DeepestShadow = -0.3f;

    /// <summary>Of the surroundings, in distances between the eyes.</summary>
    private const float Surroundings = 0.35f;

    /// <param name="small">3 channels, sRGB-encoded: the picture's block means.</param>
    /// <param name="mesh">The face, in pixels of the picture.</param>
    /// <param name="block">Pixels of the picture to a pixel of <paramref name="small"/>.</param>
    /// <returns>1 channel, 0 to 1.</returns>
    public static PlanarImage Weigh(PlanarImage small, FaceMesh mesh, int block)
    {
        PlanarImage weights = PlanarImage.Rent(small.Width, small.Height, 1);
        try
        {
            bool[] skin = Area(mesh, small.Width, small.Height, block);
            bool[] bare = new bool[skin.Length];
            Outline.Fill(Scaled(mesh, FaceFeatures.BareSkin, block, 0.94f), bare, small.Width);
            using PlanarImage ratios = Ratios(small);
            Vector2 typical = new(Median(ratios, 0, skin, bare), Median(ratios, 1, skin, bare));
            Vector2 spread = new(Spread(ratios, 0, skin, bare, typical.X), Spread(ratios, 1, skin, bare, typical.Y));
            for (int y = 0; y < small.Height; y++)
            {
                Span<float> row = weights.Row(0, y);
                for (int x = 0; x < row.Length; x++)
                {
                    row[x] = skin[(y * row.Length) + x] && Lit(small, x, y)
                        ? Alike(new Vector2(ratios.Row(0, y)[x], ratios.Row(1, y)[x]), typical, spread)
                        : 0;
                }
            }

            DropDark(weights, ratios, Median(ratios, 2, skin, bare) + DeepestShadow, mesh.InterEye / block);
            return weights;
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    /// <summary>Inside the face's outline, outside of eyes, brows, lips and nostrils: where skin should be.</summary>
    /// <param name="mesh">The face, in pixels of the picture.</param>
    /// <param name="width">Blocks to a row.</param>
    /// <param name="height">Rows of blocks.</param>
    /// <param name="block">Pixels of the picture to a block.</param>
    public static bool[] Area(FaceMesh mesh, int width, int height, int block)
    {
        bool[] inside = new bool[width * height];
        bool[] features = new bool[inside.Length];
        Outline.Fill(Scaled(mesh, HeadGeometry.Oval, block, 0.96f), inside, width);
        Outline.Fill(Scaled(mesh, EyeOpening.LeftRing, block, 1.3f), features, width);
        Outline.Fill(Scaled(mesh, EyeOpening.RightRing, block, 1.3f), features, width);
        Outline.Fill(Scaled(mesh, FaceFeatures.LeftBrow, block, 1.15f), features, width);
        Outline.Fill(Scaled(mesh, FaceFeatures.RightBrow, block, 1.15f), features, width);
        Outline.Fill(Scaled(mesh, FaceFeatures.Lips, block, 1.12f), features, width);
        Outline.Fill(Scaled(mesh, FaceFeatures.LeftNostril, block, 1.3f), features, width);
        Outline.Fill(Scaled(mesh, FaceFeatures.RightNostril, block, 1.3f), features, width);
        for (int i = 0; i < inside.Length; i++)
        {
            inside[i] &= !features[i];
        }

        return inside;
    }

    /// <summary>A closed line of the mesh in blocks, made larger or smaller around its middle.</summary>
    private static Vector2[] Scaled(FaceMesh mesh, IReadOnlyList<int> line, int block, float scale)
    {
        Vector2 middle = default;
        foreach (int index in line)
        {
            middle += mesh.Flat(index) / line.Count;
        }

        return [.. line.Select(i => (middle + ((mesh.Flat(i) - middle) * scale)) / block)];
    }

    /// <summary>ln R/G, ln B/G and ln Y of linear light.</summary>
    private static PlanarImage Ratios(PlanarImage small)
    {
        PlanarImage ratios = PlanarImage.Rent(small.Width, small.Height, 3);
        PlanarColour.Decode(small, ratios);
        for (int y = 0; y < ratios.Height; y++)
        {
            Span<float> r = ratios.Row(0, y);
            Span<float> g = ratios.Row(1, y);
            Span<float> b = ratios.Row(2, y);
            for (int x = 0; x < r.Length; x++)
            {
                Vector3 light = Vector3.Max(new Vector3(r[x], g[x], b[x]), new Vector3(1e-4f));
                float green = MathF.Log(light.Y);
                r[x] = MathF.Log(light.X) - green;
                g[x] = MathF.Log(light.Z) - green;
                b[x] = MathF.Log(Xyz.Luminance(light));
            }
        }

        return ratios;
    }

    private static bool Lit(PlanarImage small, int x, int y)
    {
        float most = Math.Max(small.Row(0, y)[x], Math.Max(small.Row(1, y)[x], small.Row(2, y)[x]));
        return most is < Clipped and > Lightless;
    }

    private static float Alike(Vector2 ratio, Vector2 typical, Vector2 spread) =>
        Math.Clamp((HardlySkin - ((ratio - typical) / spread).Length()) / (HardlySkin - SurelySkin), 0, 1);

    private static float Median(PlanarImage ratios, int channel, bool[] skin, bool[] bare, float from = float.NaN)
    {
        // Every other block is plenty to find the middle of.
        List<float> values = [];
        for (int i = 0; i < skin.Length; i += 2)
        {
            if (skin[i] && bare[i])
            {
                (int y, int x) = Math.DivRem(i, ratios.Width);
                float value = ratios.Row(channel, y)[x];
                values.Add(float.IsNaN(from) ? value : Math.Abs(value - from));
            }
        }

        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }

    /// <summary>From the median deviation, which is 0.6745 of a normal standard deviation.</summary>
    private static float Spread(PlanarImage ratios, int channel, bool[] skin, bool[] bare, float typical) =>
        Math.Max(LeastSpread, Median(ratios, channel, skin, bare, typical) / 0.6745f);

    private static void DropDark(PlanarImage weights, PlanarImage ratios, float deepest, float interEye)
    {
        using PlanarImage weighted = PlanarImage.Rent(weights.Width, weights.Height, 2);
        for (int y = 0; y < weights.Height; y++)
        {
            ReadOnlySpan<float> weight = weights.Row(0, y);
            ReadOnlySpan<float> luminance = ratios.Row(2, y);
            Span<float> product = weighted.Row(0, y);
            Span<float> share = weighted.Row(1, y);
            for (int x = 0; x < weight.Length; x++)
            {
                product[x] = weight[x] * luminance[x];
                share[x] = weight[x];
            }
        }

        using PlanarImage means = PlanarImage.Rent(weights.Width, weights.Height, 2);
        BoxFilter.Mean(weighted, means, Math.Max(1, (int)(Surroundings * interEye)));
        for (int y = 0; y < weights.Height; y++)
        {
            Span<float> weight = weights.Row(0, y);
            for (int x = 0; x < weight.Length; x++)
            {
                float around = Math.Max(deepest, means.Row(0, y)[x] / Math.Max(means.Row(1, y)[x], 1e-6f));
                weight[x] *= Math.Clamp((ratios.Row(2, y)[x] - around - DarkEnd) / (DarkEdge - DarkEnd), 0, 1);
            }
        }
    }
}
