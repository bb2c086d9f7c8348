using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>
/// From gains of the face's points to a gain of every place in the picture: even across the face, following the photo's
/// own edges, and going on softly over ears, hair, neck and shoulders, so that the mesh's end shows nowhere.
/// </summary>
internal static class ShadingMap
{
    /// <summary>Limits of the gain, ln.</summary>
    private static readonly float _least = MathF.Log(0.65f);
    private static readonly float _most = MathF.Log(1.6f);

    /// <summary>In distances between the eyes: how far the face's own gains reach beyond it, and the last softening.</summary>
    private const float Reach = 0.45f;
    private const float Softness = 0.09f;

    /// <summary>Of the guided filter: in distances between the eyes, and the variance of encoded colour that is flat.</summary>
    private const float GuideRadius = 0.16f;
    private const float GuideEpsilon = 4e-3f;

    /// <summary>Far from the face the lamp falls off as it does across it, but less.</summary>
    private const float FarShare = 0.45f;
    private const float FarMost = 0.22f;

    /// <param name="small">3 channels, sRGB-encoded: the picture's block means.</param>
    /// <param name="mesh">In pixels of the picture.</param>
    /// <param name="block">Side of a block.</param>
    /// <param name="local">ln of the gain per point, that ends with the face.</param>
    /// <param name="lamp">ln of the gain per point, that goes on over the body.</param>
    /// <returns>2 channels: ln of the gain, and how much of it, 0 to 1, is the face's own.</returns>
    public static PlanarImage Draw(PlanarImage small, FaceMesh mesh, int block, float[] local, float[] lamp)
    {
        float interEye = mesh.InterEye / block;
        using PlanarImage drawn = PlanarImage.Rent(small.Width, small.Height, 3);
        MeshRaster.Draw(drawn, mesh, block, local, lamp);
        using PlanarImage spread = PlanarImage.Rent(small.Width, small.Height, 3);
        GaussianBlur.Apply(drawn, spread, Reach * interEye);
        Slope far = Slope.Of(mesh, lamp);
        PlanarImage map = PlanarImage.Rent(small.Width, small.Height, 2);
        try
        {
            using PlanarImage rough = PlanarImage.Rent(small.Width, small.Height, 2);
            for (int y = 0; y < map.Height; y++)
            {
                Row(drawn, spread, far, block, y, rough);
            }

            GaussianBlur.Apply(rough, map, Math.Max(0.8f, Softness * interEye));
            Follow(small, map, interEye);
            return map;
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    private static void Row(PlanarImage drawn, PlanarImage spread, Slope far, int block, int y, PlanarImage rough)
    {
        Span<float> gain = rough.Row(0, y);
        Span<float> own = rough.Row(1, y);
        for (int x = 0; x < gain.Length; x++)
        {
            float cover = spread.Row(2, y)[x];
            if (drawn.Row(2, y)[x] > 0)
            {
                gain[x] = drawn.Row(0, y)[x] + drawn.Row(1, y)[x];
                own[x] = 1;
                continue;
            }

            // At a straight edge half of what is around is face: there the face's gains go on unchanged.
            float near = Math.Clamp(2 * cover, 0, 1);
            near *= near * (3 - (2 * near));
            float share = 1 / Math.Max(cover, 1e-4f);
            float there = FarShare * Math.Clamp(far.At(new Vector2(x + 0.5f, y + 0.5f) * block), -FarMost, FarMost);
            gain[x] = (near * (spread.Row(0, y)[x] + spread.Row(1, y)[x]) * share) + ((1 - near) * there);
            own[x] = near;
        }

        foreach (ref float g in gain)
        {
            g = Math.Clamp(g, _least, _most);
        }
    }

    /// <summary>Lays the gains on the photo's edges, so that a lifted shadow ends where the shadow does.</summary>
    private static void Follow(PlanarImage small, PlanarImage map, float interEye)
    {
        using PlanarImage gain = PlanarImage.Rent(map.Width, map.Height, 1);
        map.Plane(0).CopyTo(gain.Plane(0));
        ColourGuidedFilter.Apply(small, gain, gain, Math.Max(1, (int)(GuideRadius * interEye)), GuideEpsilon);
        for (int y = 0; y < map.Height; y++)
        {
            Span<float> row = map.Row(0, y);
            ReadOnlySpan<float> followed = gain.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Math.Clamp(followed[x], _least, _most);
            }
        }
    }

    /// <summary>The plane that fits the lamp's gains over the face best.</summary>
    private readonly record struct Slope(Vector2 Middle, Vector2 Rise)
    {
        public static Slope Of(FaceMesh mesh, float[] lamp)
        {
            Vector2 middle = default;
            float mean = 0;
            for (int i = 0; i < lamp.Length; i++)
            {
                middle += mesh.Flat(i) / lamp.Length;
                mean += lamp[i] / lamp.Length;
            }

            Vector2 squares = new(1e-3f);
            Vector2 products = default;
            for (int i = 0; i < lamp.Length; i++)
            {
                Vector2 d = mesh.Flat(i) - middle;
                squares += d * d;
                products += d * (lamp[i] - mean);
            }

            return new Slope(middle, products / squares);
        }

        public float At(Vector2 place) => Vector2.Dot(place - Middle, Rise);
    }
}
