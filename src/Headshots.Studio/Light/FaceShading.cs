using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>How the skin of the face is lit, point by point of its mesh.</summary>
internal sealed class FaceShading
{
    /// <summary>Radius over which features are bridged, in distances between the eyes.</summary>
    private const float Bridge = 0.10f;

    /// <summary>Weight of skin near a point from which its light is known.</summary>
    private const float Known = 0.25f;

    private FaceShading(float[] level, float[] sureness, Vector3[] normals)
    {
        Level = level;
        Sureness = sureness;
        Normals = normals;
    }

    /// <summary>ln Y of the skin at and around each point: pores, brows and lips are bridged.</summary>
    public float[] Level { get; }

    /// <summary>0 to 1: whether skin is seen there at all, not too slantingly.</summary>
    public float[] Sureness { get; }

    public Vector3[] Normals { get; }

    /// <param name="linear">3 channels, linear light: the picture's block means.</param>
    /// <param name="region">Its skin.</param>
    /// <param name="mesh">The face, in pixels of the picture.</param>
    public static FaceShading Of(PlanarImage linear, SkinRegion region, FaceMesh mesh)
    {
        using PlanarImage weighted = PlanarImage.Rent(linear.Width, linear.Height, 2);
        for (int y = 0; y < linear.Height; y++)
        {
            ReadOnlySpan<float> weight = region.Weights.Row(0, y);
            Span<float> level = weighted.Row(0, y);
            weight.CopyTo(weighted.Row(1, y));
            for (int x = 0; x < weight.Length; x++)
            {
                level[x] = weight[x] == 0 ? 0 : weight[x] * MathF.Log(Luminance(linear, x, y));
            }
        }

        using PlanarImage means = PlanarImage.Rent(linear.Width, linear.Height, 2);
        GaussianBlur.Apply(weighted, means, Math.Max(1, Bridge * mesh.InterEye / region.Block));
        Vector3[] normals = FaceSurface.Normals(mesh);
        float[] levels = new float[normals.Length];
        float[] sureness = new float[normals.Length];
        for (int i = 0; i < normals.Length; i++)
        {
            Vector2 at = mesh.Flat(i) / region.Block;
            int x = Math.Clamp((int)at.X, 0, linear.Width - 1);
            int y = Math.Clamp((int)at.Y, 0, linear.Height - 1);
            float weight = means.Row(1, y)[x];
            levels[i] = means.Row(0, y)[x] / Math.Max(weight, 1e-4f);
            bool inside = at.X >= 0 && at.Y >= 0 && at.X < linear.Width && at.Y < linear.Height;
            sureness[i] = inside
                ? Math.Clamp(weight / Known, 0, 1) * Math.Clamp((normals[i].Z - 0.05f) / 0.25f, 0, 1)
                : 0;
        }

        return new FaceShading(levels, sureness, normals);
    }

    private static float Luminance(PlanarImage linear, int x, int y) =>
        Math.Max(1e-4f, Xyz.Luminance(new Vector3(linear.Row(0, y)[x], linear.Row(1, y)[x], linear.Row(2, y)[x])));
}
